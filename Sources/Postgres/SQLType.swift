/// A Postgres type, by its object identifier in `pg_type`.
///
/// The built-in identifiers are fixed for all servers; those of extensions and `CREATE TYPE` are not.
public struct SQLType: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt32

    @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Lets the server infer the type from where the parameter stands.
    public static let unspecified = SQLType(rawValue: 0)

    @inlinable public static var bool: SQLType { SQLType(rawValue: 16) }
    @inlinable public static var bytea: SQLType { SQLType(rawValue: 17) }
    @inlinable public static var int8: SQLType { SQLType(rawValue: 20) }
    @inlinable public static var int2: SQLType { SQLType(rawValue: 21) }
    @inlinable public static var int4: SQLType { SQLType(rawValue: 23) }
    @inlinable public static var text: SQLType { SQLType(rawValue: 25) }
    @inlinable public static var json: SQLType { SQLType(rawValue: 114) }
    @inlinable public static var float4: SQLType { SQLType(rawValue: 700) }
    @inlinable public static var float8: SQLType { SQLType(rawValue: 701) }
    @inlinable public static var bpchar: SQLType { SQLType(rawValue: 1042) }
    @inlinable public static var varchar: SQLType { SQLType(rawValue: 1043) }
    @inlinable public static var timestamptz: SQLType { SQLType(rawValue: 1184) }
    @inlinable public static var interval: SQLType { SQLType(rawValue: 1186) }
    @inlinable public static var bit: SQLType { SQLType(rawValue: 1560) }
    @inlinable public static var varbit: SQLType { SQLType(rawValue: 1562) }
    @inlinable public static var uuid: SQLType { SQLType(rawValue: 2950) }
    @inlinable public static var jsonb: SQLType { SQLType(rawValue: 3802) }
    static var name: SQLType { SQLType(rawValue: 19) }
    static var unknown: SQLType { SQLType(rawValue: 705) }

    /// The type of an array of these, or `.unspecified` where none is known here.
    public var array: SQLType {
        switch self {
        case .bool: SQLType(rawValue: 1000)
        case .bytea: SQLType(rawValue: 1001)
        case .int8: SQLType(rawValue: 1016)
        case .int2: SQLType(rawValue: 1005)
        case .int4: SQLType(rawValue: 1007)
        case .text: SQLType(rawValue: 1009)
        case .json: SQLType(rawValue: 199)
        case .float4: SQLType(rawValue: 1021)
        case .float8: SQLType(rawValue: 1022)
        case .bpchar: SQLType(rawValue: 1014)
        case .varchar: SQLType(rawValue: 1015)
        case .timestamptz: SQLType(rawValue: 1185)
        case .interval: SQLType(rawValue: 1187)
        case .bit: SQLType(rawValue: 1561)
        case .varbit: SQLType(rawValue: 1563)
        case .uuid: SQLType(rawValue: 2951)
        case .jsonb: SQLType(rawValue: 3807)
        default: .unspecified
        }
    }
}

extension SQLType: CustomStringConvertible {
    /// The name Postgres uses, or the bare number for a type not known here.
    public var description: String {
        Self.names[rawValue] ?? Self.arrayElement(of: rawValue).map { "\($0)[]" } ?? "type \(rawValue)"
    }

    private static func arrayElement(of rawValue: UInt32) -> SQLType? {
        rawValue == 0 ? nil : names.keys.lazy.map(SQLType.init).first { $0.array.rawValue == rawValue }
    }

    private static let names: [UInt32: String] = [
        16: "bool", 17: "bytea", 19: "name", 20: "int8", 21: "int2", 23: "int4", 25: "text", 26: "oid",
        114: "json", 700: "float4", 701: "float8", 705: "unknown", 869: "inet", 1042: "bpchar",
        1043: "varchar", 1082: "date", 1083: "time", 1114: "timestamp", 1184: "timestamptz",
        1186: "interval", 1560: "bit", 1562: "varbit", 1700: "numeric", 2249: "record", 2950: "uuid",
        3614: "tsvector", 3802: "jsonb",
    ]
}
