import TestSupport

extension SmallReport {
    /// A report with a figure of each kind, and an instalment with all that prose can have.
    static func full() throws -> SmallReport {
        let report = try SmallReport(claims: false)
        try report.change("report/report.yaml", figures, to: fullFigures)
        try report.write(Array(fullInstalment.utf8), to: "report/2024-01.md")
        return report
    }

    private static let fullFigures = """
        figures:
          numbers:
            kind: numbers
            title: Attacks and wounded rose
            measures: [attacks, wounded]
          columns:
            kind: columns
            title: Attacks rose
            measure: attacks
            months: 3
          trend:
            kind: trend
            title: Attacks rose as a line
            measures: [attacks]
            months: 3
            width: page
          bars:
            kind: bars
            title: The north had most
            measure: attacks
            alt: Bars for the north and the south; the north’s is longer.
          table:
            kind: table
            title: Month by month
            months: 2

        """

    static let fullInstalment = """
        ---
        month: 2024-01
        published: 2024-02-14
        authors: [Ada Example, Ben Example]
        standfirst: Attacks rose in January.
        ---
        # Attacks rose in the valley

        Officials file efficient reports of afflicted villages.[^count] Those called [réfugiés](lang:fr) came from [حمص](lang:ar), where
        internationally recognised representatives of humanitarian organisations documented extraordinarily indiscriminate bombardments.

        ![](numbers)

        See [](#columns), [the ranking](#bars) and [the records that the desk has kept since it was founded and that it publishes in full each year](https://records.example/full).

        ![](columns)

        ## The provinces

        - The north.
          1. First, the *hills*.
          2. Then the **plain**.
        - The south.[^count]

        Each is read from `data/monthly.csv`:

        ```csv
        2024-01,North,3,
          2024-01,South,"2",

        2024-01,Total,5,6
        ```

        > The valley is long, said a [voyageur](lang:fr).

        ![](bars)

        ```yaml
        bars:
          kind: bars
        ```

        ### The north

        Its towns are small.[^towns]

        ![](trend)

        ## The months

        ![](table)

        So it ended.

        [^count]: As the desk counts them, with [a method](https://records.example/method).

        [^towns]: Of fewer than a thousand people.

        """
}
