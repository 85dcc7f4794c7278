/// What a page shows, worded and ordered. Its template is compiled to `write(into:)`.
public protocol Page: Sendable {
    func write(into out: inout HTMLBuffer)
}

extension Page {
    /// The whole page as UTF-8.
    ///
    /// - Parameter capacity: bytes to set aside at once; a page near this size is written without growing.
    public func rendered(capacity: Int = 32_768) -> [UInt8] {
        var buffer = HTMLBuffer(capacity: capacity)
        write(into: &buffer)
        return buffer.finish()
    }
}
