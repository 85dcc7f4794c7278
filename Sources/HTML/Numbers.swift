extension HTMLBuffer {
    /// A whole number in decimal digits, without separators.
    @inlinable
    public mutating func text(_ number: some BinaryInteger) { decimal(number) }

    @inlinable
    public mutating func attribute(_ number: some BinaryInteger) { decimal(number) }

    @inlinable
    public mutating func urlComponent(_ number: some BinaryInteger) { decimal(number) }

    @inlinable
    mutating func decimal(_ number: some BinaryInteger) {
        // Wider than 64 bits is possible and never seen: correct, not fast.
        guard let magnitude = UInt64(exactly: number.magnitude) else { return text(String(number)) }
        if number < 0 { append(UInt8(ascii: "-")) }
        digits(of: magnitude)
    }

    @usableFromInline
    mutating func digits(of number: UInt64) {
        let length = number.decimalLength
        reserve(length)
        var rest = number
        var place = count + length
        repeat {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place -= 1
            (start + place).initialize(to: UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        } while rest > 0
        count += length
    }
}

extension UInt64 {
    /// How many decimal digits it takes to write this number, 1...20.
    fileprivate var decimalLength: Int {
        var length = 1
        var bound: UInt64 = 10
        while self >= bound {
            length += 1
            let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
            if overflow { break }
            bound = next
        }
        return length
    }
}
