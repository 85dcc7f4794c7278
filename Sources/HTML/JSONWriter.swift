/// Writes JSON from its start to its end, for values too long to be put together from parts.
///
/// Names need no escaping. What is called between `object` and its end is a member, between `list` and its end a value.
public struct JSONWriter {
    var json: JSON
    /// Whether the next member or value is the first of what it stands in.
    private var isFirst = true

    init(_ json: JSON) {
        self.json = json
    }

    /// - Parameter write: writes the object's members.
    public mutating func object(_ write: (inout JSONWriter) -> Void) {
        enclosed("{", write, "}")
    }

    /// A list of one object for each of `items`, in their order.
    public mutating func objects<Items: Sequence>(
        _ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
    ) {
        list { json in
            for item in items { json.object { write(&$0, item) } }
        }
    }

    public mutating func member(_ name: StaticString, _ text: String, _ end: String = "") {
        self.name(name)
        byte("\"")
        json.append(escaping: text)
        if !end.isEmpty { json.append(escaping: end) }
        byte("\"")
    }

    public mutating func member(_ name: StaticString, _ number: Int) {
        self.name(name)
        json.bytes += String(number).utf8
    }

    /// - Parameter limit: in characters, as `SafeHTML.plainText(limit:)` counts them.
    public mutating func member(_ name: StaticString, plainTextOf html: SafeHTML, limit: Int) {
        self.name(name)
        byte("\"")
        html.withPlainText(limit: limit) { json.append(escaping: $0) }
        byte("\"")
    }

    /// - Parameter write: writes the members of the object that is this member's value.
    public mutating func member(_ name: StaticString, object write: (inout JSONWriter) -> Void) {
        self.name(name)
        isFirst = true
        object(write)
    }

    /// A member whose value is a list of one object for each of `items`.
    public mutating func member<Items: Sequence>(
        _ name: StaticString, objects items: Items, _ write: (inout JSONWriter, Items.Element) -> Void
    ) {
        self.name(name)
        isFirst = true
        objects(items, write)
    }
}

extension JSONWriter {
    private mutating func list(_ write: (inout JSONWriter) -> Void) {
        enclosed("[", write, "]")
    }

    private mutating func enclosed(
        _ start: Unicode.Scalar, _ write: (inout JSONWriter) -> Void, _ end: Unicode.Scalar
    ) {
        separate()
        byte(start)
        isFirst = true
        write(&self)
        byte(end)
        isFirst = false
    }

    private mutating func name(_ name: StaticString) {
        separate()
        byte("\"")
        name.withUTF8Buffer { json.bytes += $0 }
        byte("\"")
        byte(":")
    }

    private mutating func separate() {
        if !isFirst { byte(",") }
        isFirst = false
    }

    private mutating func byte(_ scalar: Unicode.Scalar) {
        json.bytes.append(UInt8(ascii: scalar))
    }
}
