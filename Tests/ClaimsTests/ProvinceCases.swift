import Claims

/// A province among the others.
let provinceCases: [HandWorked] = [
    HandWorked.cases(
        .mostOfProvinces, "the most of any province", of: "killed@Homs",
        ("killed@Homs: 14; killed@Hama: 5; killed@Raqqa: 7", yes), ("killed@Homs: 14; killed@Hama: 14; killed@Raqqa: 7", no),
        ("killed@Homs: 14; killed@Hama: 5; killed@Raqqa: ", open), ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: ", no),
        ("killed@Homs: ; killed@Hama: 5; killed@Raqqa: 7", open), ("killed@Homs: 14; killed@Hama: 5; killed@Raqqa: 10..13", yes),
        ("killed@Homs: 14; killed@Hama: 5; killed@Raqqa: 10..14", open), ("killed@Homs: 14; killed@Hama: >=3", open),
        ("killed@Homs: 0; killed@Hama: 0", no), ("killed@Homs: 14", open)),
    HandWorked.cases(
        .mostOfProvinces, "the most of any province among the provinces with a figure", of: "killed@Homs",
        ("killed@Homs: 14; killed@Hama: 5; killed@Raqqa: ", yes)),
    HandWorked.cases(
        .mostOfProvinces, "more attacks than in any other province", of: "attacks@Homs[-1]",
        ("attacks@Homs: 14 | 0; attacks@Hama: 5 | 9", yes)),

    HandWorked.cases(
        .leastOfProvinces, "the fewest of any province", of: "killed@Homs",
        ("killed@Homs: 1; killed@Hama: 5; killed@Raqqa: 7", yes), ("killed@Homs: 5; killed@Hama: 5; killed@Raqqa: 7", no),
        ("killed@Homs: 1; killed@Hama: 5; killed@Raqqa: ", open), ("killed@Homs: 6; killed@Hama: 5; killed@Raqqa: ", no),
        ("killed@Homs: ; killed@Hama: 5", open), ("killed@Homs: 1; killed@Hama: >=2", yes), ("killed@Homs: 1; killed@Hama: <=2", open),
        ("killed@Homs: 1", open)),
    HandWorked.cases(
        .leastOfProvinces, "fewer attacks than any other province", of: "attacks@Homs", ("attacks@Homs: 0; attacks@Hama: 5", yes)),

    HandWorked.cases(
        .nthOfProvinces, "the second most of any province", of: "killed@Homs",
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: 3", yes), ("killed@Homs: 14; killed@Hama: 5; killed@Raqqa: 3", no),
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: 16", no), ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: 14", no),
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: ", open), ("killed@Homs: ; killed@Hama: 15; killed@Raqqa: 3", open),
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: >=3", open)),
    HandWorked.cases(
        .nthOfProvinces, "the second most of any province as far as is known", of: "killed@Homs",
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: ", yes)),
    HandWorked.cases(
        .nthOfProvinces, "the third lowest of all provinces", of: "attacks@Homs",
        ("attacks@Homs: 14; attacks@Hama: 5; attacks@Raqqa: 3; attacks@Deir Ez Zor: 20", yes)),

    HandWorked.cases(
        .onlyBehindProvince, "second only to Hama", of: "killed@Homs",
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: 3", yes), ("killed@Homs: 14; killed@Hama: 14; killed@Raqqa: 3", no),
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: 14", no), ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: 15", no),
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: ", open), ("killed@Homs: 14; killed@Hama: ; killed@Raqqa: 3", open),
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: >=3", open)),
    HandWorked.cases(
        .onlyBehindProvince, "second only to Hama among the provinces that are known", of: "killed@Homs",
        ("killed@Homs: 14; killed@Hama: 15; killed@Raqqa: ", yes)),
    HandWorked.cases(
        .onlyBehindProvince, "behind only Deir Ez Zor", of: "attacks@Homs", ("attacks@Homs: 14; attacks@Hama: 5; attacks@Deir Ez Zor: 20", yes)),

    HandWorked.cases(
        .againstProvince, "more than in Hama", of: "killed@Homs", ("killed@Homs: 14; killed@Hama: 5", yes),
        ("killed@Homs: 5; killed@Hama: 5", no), ("killed@Homs: 14; killed@Hama: ", open), ("killed@Homs: 14; killed@Hama: >=5", open)),
    HandWorked.cases(
        .againstProvince, "as many as in Hama", of: "killed@Homs", ("killed@Homs: 5; killed@Hama: 5", yes),
        ("killed@Homs: 4; killed@Hama: 5", no), ("killed@Homs: 4..5; killed@Hama: 5", open)),
    HandWorked.cases(.againstProvince, "behind Hama", of: "attacks@Homs", ("attacks@Homs: 5; attacks@Hama: 14", yes)),
    HandWorked.cases(.againstProvince, "level with Hama", of: "attacks@Homs", ("attacks@Homs: 0; attacks@Hama: 0", yes)),
].flatMap { $0 }
