// The structs of C# lie in memory as those of C do: a C compiler says where.
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Csp.Interop;
using Xunit;

namespace Csp.Tests;

public sealed class LayoutTests
{
    [FactWithSources]
    public void EveryFieldLiesWhereCPutsIt()
    {
        var headers = Path.Combine(FactWithSourcesAttribute.Root!, "capi");
        var structs = typeof(Native).Assembly.GetTypes()
            .Where(type => type.Name.StartsWith("csp_", StringComparison.Ordinal)).OrderBy(type => type.Name).ToList();
        Assert.True(structs.Count > 100);
        Assert.Equal(AskCompiler(headers, structs), string.Concat(structs.SelectMany(LinesOf)));
    }

    private static IEnumerable<string> LinesOf(Type type)
    {
        yield return $"{type.Name} {Marshal.SizeOf(type)}\n";
        foreach (var field in FieldsOf(type))
        {
            yield return $"{type.Name}.{field.Name} {Marshal.OffsetOf(type, field.Name)}\n";
        }
    }

    private static FieldInfo[] FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private static string AskCompiler(string headers, List<Type> structs)
    {
        var folder = Directory.CreateTempSubdirectory("csp");
        try
        {
            var source = Path.Combine(folder.FullName, "layout.c");
            var program = Path.Combine(folder.FullName, "layout");
            File.WriteAllText(source, SourceFor(structs));
            Run("cc", "-I", headers, source, "-o", program);
            return Run(program);
        }
        finally { folder.Delete(recursive: true); }
    }

    private static string SourceFor(List<Type> structs)
    {
        var source = new StringBuilder("#include <stdio.h>\n#include \"csp.h\"\nint main(void) {\n");
        foreach (var type in structs)
        {
            source.AppendLine($"printf(\"{type.Name} %zu\\n\", sizeof({type.Name}));");
            foreach (var field in FieldsOf(type))
            {
                var place = $"{type.Name}.{field.Name}";
                source.AppendLine($"printf(\"{place} %zu\\n\", offsetof({type.Name}, {field.Name}));");
            }
        }
        return source.Append("return 0; }\n").ToString();
    }

    private static string Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
