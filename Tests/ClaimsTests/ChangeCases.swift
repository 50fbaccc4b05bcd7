import Claims

/// Ways from one month to another. The month of the brief is January, so that before it is December of the year before.
let changeCases: [HandWorked] = [
    HandWorked.cases(
        .rise, "rose", ("14 | 33", yes), ("33 | 14", no), ("33 | 33", no), (" | 33", open), ("14 | ", open), ("33", open),
        (">=14 | 33", open), ("14 | >=33", yes), ("<=20 | 33", yes), ("10..16 | 14", open), ("10..16 | 17", yes), ("~40 | 45", yes),
        ("~40 | 42", open), ("0 | 1", yes)),
    HandWorked.cases(.rise, "rose", of: "attacks", ("14 | 33", yes), ("33 | 14", no)),
    HandWorked.cases(.rise, "rose", of: "killed[2023-11]", ("5 | 9 | 1 | 1", yes), ("9 | 1 | 1", open)),
    HandWorked.cases(.rise, "increased since November", ("14 | 50 | 33", yes), ("50 | 14 | 33", no)),
    HandWorked.cases(.rise, "higher than in October", ("20 | 14 | 50 | 33", yes)),
    HandWorked.cases(.rise, "rose year on year", ("14 | | | | | | | | | | | | 33", yes), ("14 | 33", open)),

    HandWorked.cases(
        .fall, "fell", ("33 | 14", yes), ("14 | 33", no), ("33 | 33", no), (" | 33", open), ("14 | ", open), ("33", open),
        (">=34 | 33", yes), (">=33 | 33", open), ("14 | >=14", no), ("14 | <=13", yes), ("10..16 | 9", yes), ("10..16 | 10", open),
        ("1 | 0", yes)),
    HandWorked.cases(.fall, "fell", of: "attacks", ("33 | 14", yes)),
    HandWorked.cases(.fall, "fewer people than a year earlier", ("33 | | | | | | | | | | | | 14", yes)),

    HandWorked.cases(
        .unchanged, "unchanged", ("5 | 5", yes), ("5 | 6", no), (" | 5", open), ("5", open), ("0 | 0", yes), (">=5 | 5", open),
        (">=6 | 5", no), ("5..7 | 5", open), ("5..7 | 8", no), ("~5 | 5", open)),
    HandWorked.cases(.unchanged, "stayed the same", of: "attacks", ("5 | 5", yes)),
    HandWorked.cases(.unchanged, "as many as in October", ("5 | 9 | 9 | 5", yes), ("6 | 5 | 5 | 5", no)),

    // Five per cent of the earlier figure, both ends included.
    HandWorked.cases(
        .steady, "remained steady", ("100 | 105", yes), ("100 | 106", no), ("100 | 95", yes), ("100 | 94", no), ("0 | 0", yes), ("0 | 1", no),
        ("0 | 0..3", open), (" | 100", open), ("100", open), ("100 | 95..105", yes), ("100 | 95..106", open), ("100 | >=106", no), ("100 | >=100", open)),
    HandWorked.cases(.steady, "about the same as in December", ("100 | 104", yes), ("100 | 110", no)),
    HandWorked.cases(.steady, "broadly stable since October", of: "attacks", ("20 | 50 | 50 | 21", yes)),
].flatMap { $0 }

/// Ways that name figures.
let figureCases: [HandWorked] = [
    HandWorked.cases(
        .changeTo, "rose to 33", ("14 | 33", yes), ("33 | 33", no), ("40 | 33", no), ("14 | 34", no), (" | 33", open), ("14 | ", open),
        (" | 34", no), ("33", open), ("14..20 | 33", yes), ("14 | 30..40", open)),
    HandWorked.cases(.changeTo, "fell to zero", ("9 | 0", yes)),
    // Down to less than that, not down by less.
    HandWorked.cases(.changeTo, "fell below 30", ("40 | 29", yes), ("40 | 30", no), ("20 | 10", yes), ("10 | 20", no), ("40 | ", open)),
    HandWorked.cases(.changeTo, "rose above 30", of: "attacks", ("14 | 33", yes), ("40 | 33", no), ("14 | 30", open)),
    HandWorked.cases(.changeTo, "rose to more than 30", of: "attacks", ("14 | 33", yes), ("14 | 30", open)),
    HandWorked.cases(.changeTo, "rose to exactly 33", of: "attacks", ("14 | 33", open), ("14 | 34", no)),

    HandWorked.cases(
        .changeFrom, "up from 14 in December", ("14 | 33", yes), ("15 | 33", no), ("14 | 14", no), ("14 | 5", no), (" | 33", open),
        ("14 | ", open), ("15 | ", no), ("10..16 | 33", open), ("16..20 | 33", no), (">=14 | 33", open)),
    HandWorked.cases(.changeFrom, "down from 14", of: "attacks", ("14 | 5", yes), ("14 | 15", no)),
    HandWorked.cases(.changeFrom, "up from 14 in October", ("14 | 1 | 1 | 33", yes), ("1 | 1 | 14 | 33", no)),
    HandWorked.cases(.changeFrom, "against 14 in December", ("14 | 5", yes), ("14 | 33", yes), ("5 | 14", no)),

    HandWorked.cases(
        .changeFromTo, "from five to 14", ("5 | 14", yes), ("5 | 13", no), ("6 | 14", no), (" | 14", open), ("5 | ", open), (" | 13", no),
        ("14", open), ("5..6 | 14", open), (">=5 | 14", open), (">=6 | 14", no)),
    HandWorked.cases(.changeFromTo, "fell from five to 14", ("5 | 14", no)),
    HandWorked.cases(.changeFromTo, "rose from five to 14", of: "attacks", ("5 | 14", yes)),
    HandWorked.cases(.changeFromTo, "rose to 14 from five in October", ("5 | 9 | 9 | 14", yes), ("14 | 9 | 9 | 5", no)),
    HandWorked.cases(.changeFromTo, "rose from five to five", ("5 | 5", no)),
    HandWorked.cases(.changeFromTo, "from 14 in October to 33", ("14 | 2 | 3 | 33", yes)),

    HandWorked.cases(
        .difference, "19 more than in December", ("14 | 33", yes), ("13 | 33", no), ("33 | 14", no), (" | 33", open), ("14 | ", open),
        ("33", open), ("14 | >=33", open), ("14 | >=34", no), (">=14 | 33", open), (">=15 | 33", no), ("10..16 | 33", open)),
    HandWorked.cases(.difference, "rose by 19", of: "attacks", ("14 | 33", yes)),
    HandWorked.cases(.difference, "five fewer", ("9 | 4", yes), ("4 | 9", no), ("5 | 0", yes)),
    HandWorked.cases(.difference, "rose by more than 15", ("10 | 26", yes), ("10 | 25", no), ("26 | 10", no), ("10 | >=26", yes), ("10 | 20..30", open)),
    HandWorked.cases(.difference, "fell by at least five", of: "attacks", ("9 | 4", yes), ("9 | 5", no)),
    HandWorked.cases(.difference, "a drop of nearly 20", ("100 | 81", yes), ("100 | 80", no)),
    HandWorked.cases(.difference, "an increase of 19 since October", ("14 | 90 | 90 | 33", yes)),
].flatMap { $0 }

/// Ways counted in shares of the earlier figure, and in how many times.
let factorCases: [HandWorked] = [
    HandWorked.cases(.relativeChange, "rose by 136 per cent", of: "attacks", ("14 | 33", yes), ("14 | 34", no)),
    HandWorked.cases(
        .relativeChange, "rose by 25%", ("1000 | 1254", yes), ("1000 | 1256", no), ("1000 | 1245", yes), ("1000 | 1244", no), ("100 | 75", no),
        ("0 | 5", no), (" | 5", open), ("5 | ", open), ("100 | 125..126", open), ("100 | >=127", no)),
    // 30.83 to 35.83 per cent.
    HandWorked.cases(
        .relativeChange, "rose by a third", ("1000 | 1309", yes), ("1000 | 1308", no), ("1000 | 1358", yes), ("1000 | 1359", no)),
    HandWorked.cases(.relativeChange, "fell by a third", ("1000 | 642", yes), ("1000 | 641", no), ("1000 | 1358", no)),
    HandWorked.cases(.relativeChange, "rose by more than half", ("10 | 16", yes), ("10 | 15", no), ("10 | >=16", yes), (">=10 | 16", open)),
    HandWorked.cases(.relativeChange, "fell by nearly half", ("100 | 55", yes), ("100 | 56", no), ("100 | 50", no)),
    HandWorked.cases(.relativeChange, "a fall of more than a third", ("90 | 59", yes), ("90 | 60", no), ("60 | 90", no)),
    HandWorked.cases(.relativeChange, "25 per cent more than in October", ("100 | 1 | 1 | 125", yes)),

    HandWorked.cases(
        .multiple, "doubled", ("100 | 195", yes), ("100 | 194", no), ("100 | 205", yes), ("100 | 206", no), ("0 | 5", no), ("0 | 0", no),
        (" | 5", open), ("10", open), ("10 | 20..21", open), ("14 | >=30", no)),
    HandWorked.cases(
        .multiple, "more than doubled", ("100 | 200", no), ("100 | 201", yes), ("5 | >=11", yes), ("5..6 | 11", open), ("5..6 | 13", yes),
        (">=5 | 10", no)),
    HandWorked.cases(.multiple, "more than doubled", of: "attacks", ("14 | 33", yes), ("14 | 28", no)),
    HandWorked.cases(.multiple, "nearly doubled", ("100 | 180", yes), ("100 | 179", no), ("100 | 200", no)),
    HandWorked.cases(.multiple, "three times as many as in October", ("10 | 1 | 1 | 30", yes)),
    HandWorked.cases(.multiple, "twice the number of people in October", ("10 | 1 | 1 | 20", yes)),
    HandWorked.cases(.multiple, "a fivefold increase", ("3 | 15", yes), ("3 | 12", no)),
    HandWorked.cases(.multiple, "rose fivefold", ("3 | 15", yes)),

    HandWorked.cases(
        .divided, "halved", ("195 | 100", yes), ("194 | 100", no), ("205 | 100", yes), ("206 | 100", no), ("100 | 0", no), ("0 | 0", no),
        ("50 | 100", no), (" | 50", open), ("100 | ", open)),
    HandWorked.cases(
        .divided, "more than halved", ("100 | 50", no), ("100 | 49", yes), ("100 | 0", yes), ("100 | <=49", yes), ("100 | 40..60", open)),
    HandWorked.cases(.divided, "nearly halved", of: "attacks", ("180 | 100", yes), ("179 | 100", no), ("200 | 100", no)),
].flatMap { $0 }
