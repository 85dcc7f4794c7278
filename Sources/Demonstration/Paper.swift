/// A page of text as a PDF, of the kind people photograph or print from a registrar's pages.
struct Paper {
    /// In ASCII; the first is the heading.
    let lines: [String]

    var bytes: [UInt8] {
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 420 298] /Contents 5 0 R
            /Resources << /Font << /F1 4 0 R >> >> >>
            """,
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        ]
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (number, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets { text += "\(Self.padded(offset)) 00000 n \n" }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        return Array(text.utf8)
    }

    private var content: String {
        var text = "BT /F1 20 Tf 36 230 Td (\(Self.escaped(lines.first ?? ""))) Tj /F1 12 Tf 0 -14 Td"
        for line in lines.dropFirst() { text += " 0 -22 Td (\(Self.escaped(line))) Tj" }
        return text + " ET"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "()\\".contains(character) { result.append("\\") }
            result.append(character)
        }
    }

    /// Ten digits, as the table of a PDF wants them.
    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }
}
