# Reads what `ctest -V` wrote; prints how many test cases passed, failed and were skipped.
# A program of doctest counts with all its cases, every other test as one. A program that fails without a failed case
# (it crashed, or a sanitizer spoke at its end) is one failure.

/^[0-9]+: \[doctest\] test cases: / {
    n = $1 + 0
    split($0, part, "|")
    cases[n] = 1
    passed += part[2] + 0
    failed += part[3] + 0
    broken[n] = part[3] + 0
    skipped += part[4] + 0
}

/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
    match($0, /#[0-9]+/)
    n = substr($0, RSTART + 1, RLENGTH - 1) + 0
    if (/\*\*\*Skipped/ || /\*\*\*Not Run \(Disabled\)/) {
        skipped++
    } else if (/ Passed +[0-9.]+ sec/) {
        passed += !cases[n]
    } else {
        failed += !broken[n]
    }
}

END { print passed + 0, failed + 0, skipped + 0 }
