/// A statement, or a part of one, with its parameters.
///
/// Written as a string literal: `"SELECT name FROM users WHERE id = \(id)"`. An interpolated value is always a
/// bound parameter, another `SQL` value is spliced in with its parameters, and the literal parts can only come
/// from the source text, so text that arrives at run time cannot become SQL.
///
/// Cost: the text itself is put together once a connection, not at each use. What identifies a statement is where
/// its literal parts lie in the program and which types its parameters have.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    @usableFromInline var shape: Shape
    @usableFromInline var values: [SQLValue]

    @inlinable public init(stringLiteral literal: StaticString) {
        shape = Shape(capacity: 1)
        values = []
        shape.append(literal)
    }

    @inlinable public init(stringInterpolation: StringInterpolation) {
        shape = stringInterpolation.shape
        values = stringInterpolation.values
    }

    @usableFromInline init(shape: Shape, values: [SQLValue]) {
        self.shape = shape
        self.values = values
    }

    /// The statement with its parameters as `$1`, `$2`, …
    public var text: String { shape.text }

    /// Both parts, a blank between them.
    public static func + (left: SQL, right: SQL) -> SQL {
        var joined = left
        joined.shape.append(" ")
        joined.append(right)
        return joined
    }

    public static func += (left: inout SQL, right: SQL) { left = left + right }

    /// All parts in order, with `separator` between each two of them.
    public static func joined(_ parts: [SQL], separator: StaticString) -> SQL {
        var joined = SQL(shape: Shape(capacity: parts.count * 2), values: [])
        for (index, part) in parts.enumerated() {
            if index > 0 { joined.shape.append(separator) }
            joined.append(part)
        }
        return joined
    }

    private mutating func append(_ other: SQL) {
        shape.append(other.shape)
        values += other.values
    }
}

extension SQL {
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var shape: Shape
        @usableFromInline var values: [SQLValue] = []

        @inlinable public init(literalCapacity: Int, interpolationCount: Int) {
            shape = Shape(capacity: interpolationCount * 2 + 1)
            values.reserveCapacity(interpolationCount)
        }

        @inlinable public mutating func appendLiteral(_ literal: StaticString) {
            shape.append(literal)
        }

        /// Binds a value as the statement's next parameter.
        @inlinable public mutating func appendInterpolation(_ value: some SQLBindable) {
            let bound = value.sqlValue
            shape.append(parameter: bound.type)
            values.append(bound)
        }

        /// Binds a value that may be missing; its type is the same either way.
        @inlinable public mutating func appendInterpolation<Value: SQLBindable>(_ value: Value?) {
            let bound = value.sqlValue
            shape.append(parameter: bound.type)
            values.append(bound)
        }

        /// Splices a part in; its parameters are numbered on from those before it.
        @inlinable public mutating func appendInterpolation(_ fragment: SQL) {
            shape.append(fragment.shape)
            values += fragment.values
        }
    }
}

extension SQL {
    /// What two executions of one statement have in common: the literal parts and the parameters' types.
    @usableFromInline struct Shape: Hashable, Sendable {
        @usableFromInline var pieces: [Piece] = []
        @usableFromInline var digest: UInt64 = 0

        /// A literal part by its address in the program and its length, or (address 0) a parameter by its type.
        @usableFromInline struct Piece: Equatable, Sendable {
            @usableFromInline let address: UInt
            @usableFromInline let extent: UInt32

            @inlinable init(address: UInt, extent: UInt32) {
                self.address = address
                self.extent = extent
            }
        }

        @inlinable init(capacity: Int) { pieces.reserveCapacity(capacity) }

        @inlinable mutating func append(_ literal: StaticString) {
            precondition(literal.hasPointerRepresentation, "a part of a statement is a string literal")
            guard literal.utf8CodeUnitCount > 0 else { return }
            // Literals live as long as the process, so the address stands for the text.
            append(
                Piece(
                    address: UInt(bitPattern: literal.utf8Start), extent: UInt32(literal.utf8CodeUnitCount)))
        }

        @inlinable mutating func append(parameter type: SQLType) {
            append(Piece(address: 0, extent: type.rawValue))
        }

        @inlinable mutating func append(_ other: Shape) {
            for piece in other.pieces { append(piece) }
        }

        @inlinable mutating func append(_ piece: Piece) {
            pieces.append(piece)
            let mixed = (digest ^ UInt64(piece.address) ^ (UInt64(piece.extent) << 32)) &* 0x9E37_79B9_7F4A_7C15
            digest = mixed ^ (mixed >> 29)
        }

        @usableFromInline static func == (left: Shape, right: Shape) -> Bool {
            left.digest == right.digest && left.pieces == right.pieces
        }

        @usableFromInline func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }
}

extension SQL.Shape {
    var text: String {
        var utf8: [UInt8] = []
        var parameters = 0
        for piece in pieces {
            if let start = UnsafePointer<UInt8>(bitPattern: piece.address) {
                utf8 += UnsafeBufferPointer(start: start, count: Int(piece.extent))
            } else {
                parameters += 1
                utf8 += "$\(parameters)".utf8
            }
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// The parameters' types in order.
    var types: [UInt32] { pieces.filter { $0.address == 0 }.map(\.extent) }
}
