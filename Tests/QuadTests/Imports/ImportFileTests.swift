import FoundationEssentials
import Postgres
import Testing

@testable import Quad

@Suite("Files that are imported")
struct ImportFileTests {
    private static let rows = "code,title\nCS 1,Größe\nCS 2,\"Commas, quotes \"\"and\"\"\nlines\"\n"

    private static func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
    }

    /// What real exports look like.
    static let readable: [(String, [UInt8], ImportEncoding?)] = [
        ("plain", Array(rows.utf8), nil),
        ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array(rows.utf8), nil),
        ("CRLF", Array(rows.replacing("\n", with: "\r\n").utf8), nil),
        ("CR", Array(rows.replacing("\n", with: "\r").utf8), nil),
        ("no last line break", Array(rows.dropLast().utf8), nil),
        ("blank lines", Array(("\n" + rows + "\n,\n\n").utf8), nil),
        ("semicolons", Array("code;title\nCS 1;Größe\nCS 2;\"Commas, quotes \"\"and\"\"\nlines\"\n".utf8), nil),
        ("tabs", Array("code\ttitle\nCS 1\tGröße\nCS 2\t\"Commas, quotes \"\"and\"\"\nlines\"\n".utf8), nil),
        (
            "a separator line",
            Array(("sep=;\ncode;title\nCS 1;Größe\nCS 2;\"Commas, quotes \"\"and\"\"\nlines\"\n").utf8), nil
        ),
        ("UTF-16 little", utf16(rows, bigEndian: false), nil),
        ("UTF-16 big", utf16(rows, bigEndian: true), nil),
        ("UTF-16 without a mark", utf16(rows, bigEndian: false, mark: false), .utf16Little),
        ("Latin-1", rows.unicodeScalars.map { UInt8($0.value) }, .windows1252),
    ]

    @Test("are read however a spreadsheet writes them", arguments: readable.map(\.0))
    func reading(name: String) throws {
        let (_, bytes, encoding) = try #require(Self.readable.first { $0.0 == name })
        try withCampus { campus in
            let outcome = try campus.takeIn(.courses, bytes: bytes) { $0.encoding = encoding }
            #expect(outcome.added == 2)
            let titles = try campus.database.fetch(
                Query<[String]>.values("SELECT title FROM courses ORDER BY code LIMIT 3"))
            #expect(titles == ["Größe", "Commas, quotes \"and\" lines"])
        }
    }

    /// What nobody can read, and what is said of it.
    static let unreadable: [(String, [UInt8], String)] = [
        ("empty", [], "The file is empty."),
        ("only a mark", [0xEF, 0xBB, 0xBF], "The file is empty."),
        ("PDF", Array("%PDF-1.7 …".utf8), "It’s a PDF."),
        ("workbook", Array("PK\u{3}\u{4}…".utf8), "It’s a workbook or a ZIP."),
        ("old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "It’s an old Excel workbook."),
        ("gzip", [0x1F, 0x8B, 8, 0], "It’s packed with gzip."),
        ("HTML", Array("\n<html><table>".utf8), "It’s HTML or XML."),
        ("JSON", Array(#"[{"code": "CS 1"}]"#.utf8), "It’s JSON."),
        (
            "other columns", Array("name,age\nBo,20\n".utf8),
            "line 1, column 1: The first line has to name the columns. Missing: code."
        ),
        (
            "no head", Array("CS 1,Algorithms\n".utf8),
            "line 1, column 1: The first line has to name the columns. Missing: code, title."
        ),
        ("a column twice", Array("code,course,title\n".utf8), "line 1, column 2: The column code is there twice."),
        (
            "Latin-1", Array("code,title\nCS 1,Gr".utf8) + [0xF6, 0xDF] + Array("e\n".utf8),
            "line 2, column 2: The byte 0xF6 is no UTF-8, after “Gr”."
        ),
        ("zeros", Array("code,title\nCS 1,a\u{0}b\n".utf8), "line 2, column 2: There’s a zero byte here."),
        (
            "cut off in quotes", Array("code,title\nCS 1,A\nCS 2,\"Algo\nrithms".utf8),
            "line 3, column 2: A quoted field begins here and never ends."
        ),
        (
            "cut off in a row", Array("code,title,section\nCS 1,A,1\nCS 2,B".utf8),
            "line 3: It has 2 fields, the first line has 3. The file ends here: it’s cut off, perhaps."
        ),
        (
            "a comma too many", Array("code,title\nCS 1,Data, Structures\n".utf8),
            "line 2: It has 3 fields, the first line has 2. Put a field that holds a comma into quotes."
        ),
        (
            "more behind a quote", Array("code,title\nCS 1,\"A\"B\n".utf8),
            "line 2, column 2: There’s more behind the closing quote."
        ),
        (
            "half a letter", utf16("code,title\nCS 1,A\n", bigEndian: false) + [0x41],
            "The file ends in the middle of a letter"
        ),
        (
            "a missing quote",
            Array(("code,title\nCS 1,\"A\n" + String(repeating: "CS 2,Words and words\n", count: 5_000)).utf8),
            "line 2, column 2: This record is longer than 64 KB."
        ),
        ("invisible letters", Array("code,title\nCS 1,A\u{202E}B\n".utf8), "line 2, column 2 (title): "),
    ]

    @Test("of the wrong kind are named with what to do", arguments: unreadable.map(\.0))
    func refusing(name: String) throws {
        let (_, bytes, words) = try #require(Self.unreadable.first { $0.0 == name })
        try withCampus { campus in
            let found = try campus.problems(.courses, bytes: bytes)
            #expect(found.contains { $0.contains(words) }, "\(found)")
            #expect(try campus.number("SELECT count(*) FROM courses") == 0)
        }
    }

    @Test("that are not there, or no files, are named")
    func missing() throws {
        try withCampus { campus in
            for (path, words) in [("/nonexistent.csv", "can’t be opened"), ("/", "It’s no file")] {
                let error = #expect(throws: ImportRefused.self) {
                    try Import(.courses, path: path).run(on: campus.database)
                }
                #expect(error?.problems.first?.words.contains(words) == true)
            }
        }
    }

    @Test("of many pieces are read to their end")
    func long() throws {
        try withCampus { campus in
            let rows = (1...20_000).map { "X \($0),\"Title, ‘№ \($0)’ of many\"\n" }.joined()
            let outcome = try campus.takeIn(.courses, "code,title\n" + rows)
            #expect(outcome.added == 20_000)
            #expect(try campus.number("SELECT count(DISTINCT title) FROM courses") == 20_000)
        }
    }
    @Test("of a million rows that are of another kind are put aside at their first line")
    func million() throws {
        try withCampus { campus in
            let row = Array("Bo Li,20\n".utf8)
            let bytes = Array("name,age\n".utf8) + repeatElement(row, count: 1_000_000).joined()
            let found = try campus.problems(.courses, bytes: bytes)
            #expect(found.count == 1 && found[0].contains("line 1, column 1"), "\(found)")
        }
    }
}
