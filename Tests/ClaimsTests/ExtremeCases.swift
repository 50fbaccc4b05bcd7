import Claims

/// A month among others. The cells of four months are those of October, November, December and, the brief's, January.
let extremeCases: [HandWorked] = [
    HandWorked.cases(
        .most, "the most since October", ("40 | 5 | 9 | 33", yes), ("33 | 5 | 9 | 33", yes), ("32 | 5 | 9 | 33", no),
        ("40 | 33 | 9 | 33", no), ("40 | 5 | 34 | 33", no), ("40 | | 9 | 33", open), (" | 5 | 9 | 33", open), ("40 | 5 | 9 | ", open),
        (" | 33 | 9 | 33", no), ("40 | >=5 | 9 | 33", open), ("40 | >=33 | 9 | 33", no), ("40 | 10..32 | 9 | 33", yes),
        ("40 | 10..33 | 9 | 33", open), (">=30 | 5 | 9 | 33", open), (">=33 | 5 | 9 | 33", yes), ("40 | <=9 | 9 | 33", yes)),
    HandWorked.cases(.most, "the most in a single month since October", ("40 | 5 | 9 | 33", yes), ("40 | 33 | 9 | 33", no)),
    HandWorked.cases(.most, "the most since October", of: "attacks", ("40 | 5 | 9 | 33", yes)),
    HandWorked.cases(
        .most, "the most since October among the months on record", ("40 | | 9 | 33", yes), (" | 5 | 9 | 33", open), ("40 | | 33 | 33", no),
        // Of the months between, none is known: the most of nothing.
        ("40 | | | 33", open), ("30 | | | 33", no)),
    HandWorked.cases(.most, "the most since December", ("40 | 33", yes), ("30 | 33", no)),
    HandWorked.cases(.most, "the highest since 2022", ("40 | 5 | | | | | | | | | | | 9 | 33", open)),
    HandWorked.cases(
        .most, "the most since 2022", ("40 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 9 | 33", yes),
        // Of 2022 the table has December alone: an earlier month may have had as many.
        ("30 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 5 | 9 | 33", open)),
    HandWorked.cases(.most, "the highest in three months", ("99 | 5 | 9 | 33", yes), ("9 | 33", open), ("5 | 33 | 33", no)),
    HandWorked.cases(.most, "a record", ("5 | 9 | 33", yes), ("33 | 9 | 33", no), ("33", open), ("5 | | 33", open)),
    HandWorked.cases(.most, "the most this year", month: "2024-03", ("50 | 5 | 9 | 33", yes), ("5 | 50 | 9 | 33", no), ("9 | 33", open)),
    HandWorked.cases(.most, "the most in 2023", of: "killed[2023-11]", ("5 | 33 | 9 | 99", open), ("5 | 33 | 34 | 1", no)),

    HandWorked.cases(
        .least, "the lowest since October", ("3 | 9 | 7 | 4", yes), ("4 | 9 | 7 | 4", yes), ("5 | 9 | 7 | 4", no), ("3 | 4 | 7 | 4", no),
        ("3 | | 7 | 4", open), (" | 9 | 7 | 4", open), ("3 | <=9 | 7 | 4", open), ("3 | <=4 | 7 | 4", no), ("3 | >=5 | 7 | 4", yes),
        ("3 | 5..9 | 7 | 4", yes)),
    HandWorked.cases(.least, "the fewest attacks since October", of: "attacks", ("3 | 9 | 7 | 4", yes)),
    HandWorked.cases(.least, "a record low", ("9 | 5 | 0", yes), ("0 | 5 | 0", no), ("4", open)),
    HandWorked.cases(.least, "the fewest in three months", ("0 | 9 | 7 | 4", yes)),

    HandWorked.cases(
        .jointMost, "the joint highest since October", ("40 | 33 | 9 | 33", yes), ("40 | 5 | 9 | 33", no), ("40 | 34 | 33 | 33", no),
        ("40 | 33 | | 33", open), ("40 | | 9 | 33", open), ("32 | 33 | 9 | 33", no), ("40 | 30..33 | 9 | 33", open)),
    HandWorked.cases(.jointMost, "the joint highest since October among the months on record", ("40 | 33 | | 33", yes)),
    HandWorked.cases(.jointMost, "the joint lowest since October", of: "attacks", ("0 | 4 | 7 | 4", yes), ("0 | 3 | 4 | 4", no)),
    HandWorked.cases(.jointMost, "the joint highest on record", ("33 | 9 | 33", yes), ("34 | 33 | 33", no)),

    HandWorked.cases(
        .nthMost, "the second highest since October", ("40 | 5 | 9 | 33", yes), ("40 | 50 | 9 | 33", no), ("30 | 5 | 9 | 33", no),
        ("40 | 33 | 9 | 33", no), ("40 | | 9 | 33", open), ("40 | 50 | | 33", no), ("40 | 5 | 9 | ", open)),
    HandWorked.cases(.nthMost, "the third highest since October", of: "attacks", ("40 | 50 | 9 | 33", yes)),
    HandWorked.cases(.nthMost, "the second-highest monthly total since October", ("40 | 5 | 9 | 33", yes)),
    HandWorked.cases(.nthMost, "the second lowest since October", ("3 | 9 | 7 | 4", yes)),
    HandWorked.cases(.nthMost, "the second highest on record", ("5 | 40 | 33", yes), ("5 | 33 | 33", no), (" | 40 | 33", open)),
    HandWorked.cases(.nthMost, "the second highest on record as far as is known", (" | 40 | 33", yes)),
    HandWorked.cases(.nthMost, "the second highest in three months", ("99 | 5 | 40 | 33", yes)),
].flatMap { $0 }

/// What is seldom: after nothing but zeros, or behind one month alone.
let rarityCases: [HandWorked] = [
    HandWorked.cases(
        .first, "the first since October", ("2 | 0 | 0 | 1", yes), ("0 | 0 | 0 | 1", no), ("2 | 0 | 1 | 1", no), ("2 | 0 | 0 | 0", no),
        ("2 | | 0 | 1", open), (" | 0 | 0 | 1", open), ("2 | 0 | 0 | ", open), ("2 | >=0 | 0 | 1", open), ("2 | >=1 | 0 | 1", no),
        ("2 | 0 | 0 | >=1", yes), ("2 | 0 | 0 | 0..3", open)),
    HandWorked.cases(.first, "the first since October among the months on record", ("2 | | 0 | 1", yes), (" | 0 | 0 | 1", open), ("2 | | | 1", open)),
    HandWorked.cases(.first, "the first attacks since October", of: "attacks", ("2 | 0 | 0 | 1", yes)),
    HandWorked.cases(.first, "for the first time since October", ("2 | 0 | 0 | 1", yes), ("0 | 0 | 0 | 1", no)),
    HandWorked.cases(.first, "the first on record", ("0 | 0 | 1", yes), ("1", open)),
    HandWorked.cases(.first, "the first in three months", ("9 | 0 | 0 | 1", yes), ("0 | 1", open)),

    HandWorked.cases(
        .onlyBehindMonth, "second only to October", ("40 | 5 | 9 | 33", yes), ("33 | 5 | 9 | 33", no), ("40 | 33 | 9 | 33", no),
        ("40 | 34 | 9 | 33", no), ("40 | | 9 | 33", open), (" | 5 | 9 | 33", open), ("40 | 5 | 9 | ", open), ("40 | >=5 | 9 | 33", open),
        ("30 | | 9 | 33", no)),
    HandWorked.cases(.onlyBehindMonth, "second only to October among the months on record", ("40 | | 9 | 33", yes)),
    HandWorked.cases(.onlyBehindMonth, "behind only November", of: "attacks", ("5 | 40 | 9 | 33", yes)),
    HandWorked.cases(.onlyBehindMonth, "second only to November in three months", ("99 | 40 | 9 | 33", yes)),
].flatMap { $0 }
