import Diagnostics
import Statistics
import TestSupport
import Testing

@Suite struct CSVTableTests {
    private func read(_ text: String) -> (rows: [[String]], header: [String], messages: String) {
        var diagnostics = Messages()
        let table = CSVTable.read(SourceFile(path: "t.csv", text: text), diagnostics: &diagnostics)
        let header = table?.header.map(\.value) ?? []
        let rows = table?.rows.map { row in header.indices.map { row.value($0) } } ?? []
        return (rows, header, diagnostics.map(\.formatted).joined(separator: "\n"))
    }

    @Test func readsQuotesCommasAndLineEndsWithinThem() {
        let result = read("a,b\n\"x, y\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"\n")
        #expect(result.header == ["a", "b"])
        #expect(result.rows == [["x, y", "say \"no\""], ["two\nlines", ""]])
        #expect(result.messages == "")
    }

    @Test(arguments: [
        "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "\u{FEFF}a,b\n1,2\n3,4\n", "\n\na,b\n\n1,2\n  \n3,4\n\n\n",
        "\"a\",\"b\"\r\n\"1\",\"2\"\r\n\"3\",\"4\"", "a,b\r\n1,2\r\n3,4\r", "\u{FEFF}\"a\",b\n1,2\n3,\"4\"\n",
    ])
    func readsEveryFormAsTheSame(text: String) {
        let result = read(text)
        #expect(result.header == ["a", "b"])
        #expect(result.rows == [["1", "2"], ["3", "4"]])
        #expect(result.messages == "")
    }

    @Test func keepsSpacesInValuesAndDropsThemInTexts() throws {
        var diagnostics = Messages()
        let file = SourceFile(path: "t.csv", text: " a ,b\n  x y , \n\" q \",ö\n")
        let table = try #require(CSVTable.read(file, diagnostics: &diagnostics))
        let rows = Array(table.rows)
        #expect(table.column("a") == 0 && table.column("c") == nil)
        #expect(rows[0].value(0) == "  x y " && rows[0].text(0) == "x y")
        #expect(rows[0].span(0).place == "t.csv:2:3" && rows[0].span(0).text == "x y")
        #expect(rows[0].text(1) == "" && rows[0].span(1).range.isEmpty)
        #expect(rows[1].value(0) == " q " && rows[1].span(0).text == "\" q \"")
        #expect(rows[1].span(1).place == "t.csv:3:7" && rows[1].span.text == "\" q \",ö")
        #expect(diagnostics.isEmpty)
    }

    @Test func reportsAnEmptyFile() {
        for text in ["", "\n\r\n", "\u{FEFF}"] {
            #expect(read(text).messages == "t.csv: error: the file is empty: a table begins with a header")
        }
    }

    @Test func reportsAnUnclosedQuote() {
        #expect(
            read("a,b\n1,\"two\n3,4\n").messages == """
                t.csv:2:3: error: this quote is never closed
                  2 | 1,"two
                    |   ^
                  hint: close it with a second quote; write a quote that belongs to the text twice
                """)
    }

    @Test func reportsQuotesInTheWrongPlaceAndRaggedRowsAtOnce() {
        let result = read("a,b\n\"one\" more,2\n5\" gun,3\n1\n1,2,3,4\n5,6\n")
        #expect(
            result.messages == """
                t.csv:2:6: error: text after the closing quote
                  2 | "one" more,2
                    |      ^^^^^
                  hint: a comma or the end of the line follows a closing quote; write a quote that belongs to the text twice
                t.csv:3:2: error: a quote within a field that does not begin with one
                  3 | 5" gun,3
                    |  ^
                  hint: put the whole field between quotes, and write a quote that belongs to the text twice
                t.csv:4:1: error: the row has 1 field, the header 2 fields
                  4 | 1
                    | ^
                  hint: an empty cell keeps its comma
                t.csv:5:5: error: the row has 4 fields, the header 2 fields
                  5 | 1,2,3,4
                    |     ^^^
                  hint: a value with a comma in it stands between quotes; take out what is too much
                """)
        #expect(result.rows == [["5", "6"]])
    }

    @Test func reportsTheNamesOfColumns() {
        #expect(
            read("a,,a\n1,2,3\n").messages == """
                t.csv:1:3: error: column 2 has no name
                  1 | a,,a
                    |   ^
                  hint: name it, or take the column out with its comma in every row
                t.csv:1:4: error: a second column is called "a"
                  1 | a,,a
                    |    ^
                  the first is at column 1 of the line
                """)
    }

    @Test func reportsSemicolons() {
        #expect(
            read("a;b\n1,5;2\n\"1\"x;3\n").messages == """
                t.csv:1:1: error: the header has no commas, but semicolons
                  1 | a;b
                    | ^^^
                  hint: save the table with commas between the fields ("CSV, comma separated")
                """)
    }

    @Test func readsBackWhatIsWritten() {
        var random = SeededGenerator(seed: 4180)
        let alphabet = Array("ab,\"\n\r é ")
        for _ in 0..<200 {
            let width = Int.random(in: 2...5, using: &random)
            let rows = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                (0..<width).map { _ in
                    String((0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
                }
            }
            let header = (0..<width).map { "c\($0)" }
            let end = Bool.random(using: &random) ? "\n" : "\r\n"
            let text = ([header] + rows).map { row in
                row.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }
                    .joined(separator: ",")
            }.joined(separator: end)
            let result = read(text)
            #expect(result.rows == rows)
            #expect(result.messages == "")
        }
    }
}
