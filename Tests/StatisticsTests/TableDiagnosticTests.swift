import Statistics
import Testing

@Suite struct TableDiagnosticTests {
    @Test func reportsBadMonths() {
        let (_, messages) = readTable(
            """
            month,attacks
            2024-1,1
            Jan 2024,2
            2024-13,3
            2024-01-15,4
            ,5
            01/2024,6
            """)
        #expect(
            messages == """
                data/monthly.csv:2:1: error: "2024-1" is no month
                  2 | 2024-1,1
                    | ^^^^^^
                  hint: write "2024-01"
                data/monthly.csv:3:1: error: "Jan 2024" is no month
                  3 | Jan 2024,2
                    | ^^^^^^^^
                  hint: write "2024-01"
                data/monthly.csv:4:1: error: "2024-13" is no month
                  4 | 2024-13,3
                    | ^^^^^^^
                  hint: a month is a year and two digits, January 2024 being "2024-01"
                data/monthly.csv:5:1: error: "2024-01-15" is no month
                  5 | 2024-01-15,4
                    | ^^^^^^^^^^
                  hint: a month has no day: write "2024-01"
                data/monthly.csv:6:1: error: the row has no month
                  6 | ,5
                    | ^
                  hint: a month is a year and two digits, January 2024 being "2024-01"
                data/monthly.csv:7:1: error: "01/2024" is no month
                  7 | 01/2024,6
                    | ^^^^^^^
                  hint: write "2024-01"
                """)
    }

    @Test(arguments: [
        ("2024-1", "2024-01"), ("2024/12", "2024-12"), ("7.2023", "2023-07"), ("202401", "2024-01"), ("January 2024", "2024-01"),
        ("Sept 2023", "2023-09"), ("2023 MAY", "2023-05"),
    ])
    func seesTheMonthMeant(text: String, meant: String) {
        #expect(Month.hint(for: text) == "write \"\(meant)\"")
    }

    @Test(arguments: ["2024-13", "13/2024", "Smarch 2024", "2024", "202413", "soon", "24-01", ""])
    func seesNoMonthWhereThereIsNone(text: String) {
        #expect(Month.hint(for: text) == "a month is a year and two digits, January 2024 being \"2024-01\"")
    }

    @Test func reportsBadQuantitiesAndDuplicatesTogether() {
        let (_, messages) = readTable(
            """
            month,province,attacks
            2024-01,Homs,"1,400"
            2024-01,Hama,5
            2024-01,Hama,6
            2024-01,Homs,x
            """)
        #expect(
            messages == """
                data/monthly.csv:2:14: error: the number "1,400" has a thousands separator
                  2 | 2024-01,Homs,"1,400"
                    |              ^^^^^^^
                  hint: write "1400"
                data/monthly.csv:4:1: error: a second row for Hama in 2024-01
                  4 | 2024-01,Hama,6
                    | ^^^^^^^^^^^^
                  the first: data/monthly.csv:3
                  hint: keep one of the two
                data/monthly.csv:5:1: error: a second row for Homs in 2024-01
                  5 | 2024-01,Homs,x
                    | ^^^^^^^^^^^^
                  the first: data/monthly.csv:2
                  hint: keep one of the two
                data/monthly.csv:5:14: error: "x" is no quantity
                  5 | 2024-01,Homs,x
                    |              ^
                  hint: leave the cell empty for unknown, or write "[x]" (not available), "[z]" (not applicable) or "[c]" (confidential)
                """)
    }

    @Test func findsDuplicatesAcrossFilesAndAliases() {
        let (table, messages) = readTable(
            "month,province,attacks\n2024-01,Deir Ez Zor,8\n2024-01,Total,\n",
            "province,measure,month,value\nDeir ez-Zor,attacks,2024-01,9\n", "month,attacks\n2024-01,33\n")
        #expect(
            messages == """
                data/more-1.csv:2:1: error: a second row for attacks in Deir Ez Zor in 2024-01
                  2 | Deir ez-Zor,attacks,2024-01,9
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  the first: data/monthly.csv:2
                  hint: keep one of the two
                data/more-2.csv:2:1: error: a second row for Total in 2024-01
                  2 | 2024-01,33
                    | ^^^^^^^
                  the first: data/monthly.csv:3
                  hint: keep one of the two
                """)
        #expect(table.observation(of: attacks, in: "Deir Ez Zor", month: month("2024-01")).quantity.cell == "8")
    }

    @Test func reportsUnknownProvincesOnceEach() {
        let (_, messages) = readTable(
            """
            month,province,attacks
            2023-12,Deir al-Zor,5
            2024-01,Deir al-Zor,8
            2024-01,Paris,1
            2024-01,,33
            2024-02,Deir al-Zor,
            """)
        #expect(
            messages == """
                data/monthly.csv:2:9: error: no province is called "Deir al-Zor"
                  2 | 2023-12,Deir al-Zor,5
                    |         ^^^^^^^^^^^
                  it stands in 2 other rows
                  hint: did you mean "Deir Ez Zor"? Another spelling of it is listed under "aliases" in report.yaml
                data/monthly.csv:4:9: error: no province is called "Paris"
                  4 | 2024-01,Paris,1
                    |         ^^^^^
                  hint: the report has Homs, Hama, Raqqa, Aleppo, Deir Ez Zor, Total; a new one is listed under "provinces" in report.yaml
                data/monthly.csv:5:9: error: the row has no province
                  5 | 2024-01,,33
                    |         ^
                  hint: the whole area is "Total"
                """)
    }

    @Test func reportsUnknownAndMissingColumns() {
        let (_, messages) = readTable("Month,province,attakcs,weather\n2024-01,Homs,14,fine\n", measures: [attacks, killed])
        #expect(
            messages == """
                data/monthly.csv:1:1: error: no measure is called "Month"
                  1 | Month,province,attakcs,weather
                    | ^^^^^
                  hint: did you mean "month"?
                data/monthly.csv:1:1: error: the column "month" is missing
                  1 | Month,province,attakcs,weather
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  hint: each row of the monthly table begins with its month: "2024-01"
                data/monthly.csv:1:1: error: the table has nothing for the measure "killed" of the report
                  1 | Month,province,attakcs,weather
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  hint: add a column "killed", or take the measure out of report.yaml
                data/monthly.csv:1:16: error: no measure is called "attakcs"
                  1 | Month,province,attakcs,weather
                    |                ^^^^^^^
                  hint: did you mean "attacks"? Otherwise: a new measure is defined under "measures" in report.yaml
                data/monthly.csv:1:24: error: no measure is called "weather"
                  1 | Month,province,attakcs,weather
                    |                        ^^^^^^^
                  hint: a new measure is defined under "measures" in report.yaml; a column that is none is taken out
                """)
    }

    @Test func reportsTheColumnsAndMeasuresOfALongTable() {
        let (_, messages) = readTable(
            "month,provinse,measure,value\n2024-01,Homs,atacks,14\n2024-02,Homs,atacks,15\n2024-01,Homs,rain,1\n",
            measures: [attacks, killed])
        #expect(
            messages == """
                data/monthly.csv:1:1: error: the table has nothing for the measure "killed" of the report
                  1 | month,provinse,measure,value
                    | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                  hint: add a column "killed", or take the measure out of report.yaml
                data/monthly.csv:1:7: error: no column of a long table is called "provinse"
                  1 | month,provinse,measure,value
                    |       ^^^^^^^^
                  hint: did you mean "province"?
                data/monthly.csv:2:14: error: no measure is called "atacks"
                  2 | 2024-01,Homs,atacks,14
                    |              ^^^^^^
                  it stands in 1 other row
                  hint: did you mean "attacks"? Otherwise: a new measure is defined under "measures" in report.yaml
                data/monthly.csv:4:14: error: no measure is called "rain"
                  4 | 2024-01,Homs,rain,1
                    |              ^^^^
                  hint: a new measure is defined under "measures" in report.yaml; a column that is none is taken out
                """)
    }

    @Test func reportsALongTableWithoutValues() {
        #expect(
            readTable("month,measure,attacks\n2024-01,attacks,14\n").messages == """
                data/monthly.csv:1:1: error: the column "value" is missing
                  1 | month,measure,attacks
                    | ^^^^^^^^^^^^^^^^^^^^^
                  hint: a table with a column "measure" has its figures in "value"
                data/monthly.csv:1:1: error: the table has nothing for the measure "attacks" of the report
                  1 | month,measure,attacks
                    | ^^^^^^^^^^^^^^^^^^^^^
                  hint: add a column "attacks", or take the measure out of report.yaml
                data/monthly.csv:1:15: error: no column of a long table is called "attacks"
                  1 | month,measure,attacks
                    |               ^^^^^^^
                  hint: its columns: month, province, measure, value
                """)
    }

    @Test func reportsATableWithoutRows() {
        let (table, messages) = readTable("month,attacks\n\n")
        #expect(
            messages == """
                data/monthly.csv:1:1: error: the table has no rows below its header
                  1 | month,attacks
                    | ^^^^^^^^^^^^^
                """)
        #expect(table.months == nil)
        #expect(readTable("").messages == "data/monthly.csv: error: the file is empty: a table begins with a header")
    }

    @Test func reportsFormAndContentTogether() {
        let (_, messages) = readTable("month,attacks\n2024-1,1\n2024-02\n")
        #expect(messages.split(separator: "\n").filter { $0.contains(": error: ") } == [
            "data/monthly.csv:2:1: error: \"2024-1\" is no month",
            "data/monthly.csv:3:1: error: the row has 1 field, the header 2 fields",
        ])
    }
}
