// What a query answers: asked when it is walked through, page after page.
using System.Collections;
using Csp.Interop;

namespace Csp;

/// <summary>
/// The answer to a question. Nothing is read before it is walked through, and every walk asks anew; pages are read as
/// they are needed. What is wrong is told by the first step.
/// </summary>
/// <typeparam name="T">What it gives.</typeparam>
public sealed class Query<T> : IEnumerable<T>
{
    private readonly EngineHandle _engine;
    private readonly Ask _ask;
    private readonly Func<Row, T> _read;
    private readonly string? _whyNoPages;
    private readonly CancellationToken _cancellation;

    /// <summary>Where the question takes no page, <paramref name="whyNoPages"/> says so to who asks for one.</summary>
    internal Query(EngineHandle engine, Ask ask, Func<Row, T> read, string? whyNoPages = null,
        CancellationToken cancellation = default) =>
        (_engine, _ask, _read, _whyNoPages, _cancellation) = (engine, ask, read, whyNoPages, cancellation);

    /// <summary>The same question, given up between two rows once the token is cancelled.</summary>
    public Query<T> WithCancellation(CancellationToken cancellation) =>
        new(_engine, _ask, _read, _whyNoPages, cancellation);

    /// <summary>
    /// One page of it, and where the next begins. Questions with few answers have one page, which is all of it, and so
    /// has a history: NotSupportedException where <paramref name="rows"/> or <paramref name="after"/> is said of them.
    /// </summary>
    /// <param name="rows">1 to 1000; 0: 100.</param>
    /// <param name="after">What <see cref="Page{T}.Next"/> said; empty: from the start.</param>
    public Page<T> Page(int rows = 0, string after = "")
    {
        _cancellation.ThrowIfCancellationRequested();
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (_whyNoPages is not null && (rows != 0 || after != "")) { throw new NotSupportedException(_whyNoPages); }
        using var cursor = Cursor.Open(_engine, _ask, rows, after, isOnePage: true);
        var items = new List<T>();
        while (cursor.Next() is { } row)
        {
            items.Add(_read(row));
            _cancellation.ThrowIfCancellationRequested();
        }
        return new Page<T>(items, cursor.Position(), cursor.IsAtEnd());
    }

    /// <summary>Asks.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        _cancellation.ThrowIfCancellationRequested();
        using var cursor = Cursor.Open(_engine, _ask);
        while (cursor.Next() is { } row)
        {
            yield return _read(row);
            _cancellation.ThrowIfCancellationRequested();
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One page of a query.</summary>
/// <typeparam name="T">What it gives.</typeparam>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Where the next page begins; empty: there is none. The feed always has one.</param>
/// <param name="IsAtEnd">
/// Nothing stands behind it, on the feed as of now. A page of the feed may be empty and not the last, where nothing was
/// the asker's to see.
/// </param>
public sealed record Page<T>(IReadOnlyList<T> Items, string Next, bool IsAtEnd);
