/// Finds what answers a path. Patterns are paths of static segments and `:parameters`: `/c/:community/:number`.
///
/// A static segment beats a parameter; a parameter matches any one segment that is not empty. HEAD finds what GET
/// does. Build it once, then share it.
public struct Router<Value: Sendable>: Sendable {
    public enum Match {
        case found(Value, Parameters, pattern: String)
        /// The path exists without its slash at the end: 308 there, with the query the caller has. Percent-encoded.
        case redirect(String)
        case methodNotAllowed(allow: [Method])
        case notFound
    }

    /// The values of a pattern's parameters.
    public struct Parameters: Sendable {
        let pairs: [(name: String, value: String)]

        /// None.
        public init() { pairs = [] }

        init(pairs: [(name: String, value: String)]) { self.pairs = pairs }

        public subscript(name: String) -> String? {
            for pair in pairs where pair.name == name { return pair.value }
            return nil
        }
    }

    private struct Route: Sendable {
        let value: Value
        let pattern: String
        let names: [String]
    }

    private struct Node: Sendable {
        var children: [(segment: String, node: Int)] = []
        var parameter: Int?
        var routes: [(method: Method, route: Route)] = []
    }

    private var nodes = [Node()]

    public init() {}

    /// - Precondition: `pattern` starts with a slash and has no empty segment, parameters have names, each a
    ///   different one, and no other pattern of this method matches exactly the same paths. `/` alone is a pattern.
    public mutating func add(_ method: Method, _ pattern: String, _ value: Value) {
        precondition(pattern.hasPrefix("/"), "a pattern starts with a slash: \(pattern)")
        precondition(pattern == "/" || !pattern.hasSuffix("/"), "a pattern has no slash at its end: \(pattern)")
        var names: [String] = []
        var node = 0
        for segment in pattern == "/" ? [] : pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        {
            precondition(!segment.isEmpty, "a pattern has no empty segment: \(pattern)")
            if segment.hasPrefix(":") {
                let name = String(segment.dropFirst())
                precondition(!name.isEmpty && !names.contains(name), "each parameter has its own name: \(pattern)")
                names.append(name)
                node = parameter(of: node)
            } else {
                node = child(of: node, String(segment))
            }
        }
        let isTaken = nodes[node].routes.contains { $0.method == method }
        precondition(!isTaken, "two routes for \(method.rawValue) \(pattern)")
        nodes[node].routes.append((method, Route(value: value, pattern: pattern, names: names)))
    }

    /// - Parameter path: decoded, as ``Request/path`` is.
    /// - Complexity: O(*n*) in the segments and the routes that share a parent; both are few.
    public func match(_ method: Method, path: String) -> Match {
        var path = path
        return path.withUTF8 { match(method, $0) }
    }

    private func match(_ method: Method, _ path: UnsafeBufferPointer<UInt8>) -> Match {
        guard path.first == slash else { return .notFound }
        var search = Search(wanted: method == .head ? .get : method, path: path)
        if let match = find(0, from: search.start, &search) { return match }
        if !search.allowed.isEmpty { return .methodNotAllowed(allow: allow(search.allowed)) }
        guard path.count > 2, path.last == slash else { return .notFound }
        let shorter = UnsafeBufferPointer(rebasing: path.dropLast())
        var short = Search(wanted: search.wanted, path: shorter)
        let exists = find(0, from: short.start, &short) != nil || !short.allowed.isEmpty
        return exists ? .redirect(PercentEncoding.encode(path: String(decoding: shorter, as: UTF8.self))) : .notFound
    }
}

private let slash = UInt8(ascii: "/")

extension Router {
    /// A walk along a path's bytes: segments are ranges, so that looking for a route copies none of them.
    private struct Search {
        let wanted: Method
        let path: UnsafeBufferPointer<UInt8>
        /// Where each parameter on the way stood.
        var taken: [Range<Int>] = []
        var allowed: [Method] = []

        init(wanted: Method, path: UnsafeBufferPointer<UInt8>) {
            (self.wanted, self.path) = (wanted, path)
        }

        /// Where the first segment starts; past the end when there is none.
        var start: Int { path.count == 1 ? 2 : 1 }

        func segment(from start: Int) -> Range<Int> {
            var end = start
            while end < path.count, path[end] != slash { end += 1 }
            return start..<end
        }

        func segment(_ range: Range<Int>, is text: String) -> Bool {
            text.utf8.count == range.count && text.utf8.elementsEqual(path[range])
        }

        func text(_ range: Range<Int>) -> String { String(decoding: path[range], as: UTF8.self) }
    }

    private func find(_ index: Int, from start: Int, _ search: inout Search) -> Match? {
        guard start <= search.path.count else { return end(at: index, &search) }
        let segment = search.segment(from: start)
        guard !segment.isEmpty else { return nil }
        for child in nodes[index].children where search.segment(segment, is: child.segment) {
            if let match = find(child.node, from: segment.upperBound + 1, &search) { return match }
        }
        guard let parameter = nodes[index].parameter else { return nil }
        search.taken.append(segment)
        if let match = find(parameter, from: segment.upperBound + 1, &search) { return match }
        search.taken.removeLast()
        return nil
    }

    private func end(at index: Int, _ search: inout Search) -> Match? {
        for (method, route) in nodes[index].routes {
            if method == search.wanted {
                let pairs = zip(route.names, search.taken).map { (name: $0, value: search.text($1)) }
                return .found(route.value, Parameters(pairs: pairs), pattern: route.pattern)
            }
            if !search.allowed.contains(method) { search.allowed.append(method) }
        }
        return nil
    }

    private func allow(_ methods: [Method]) -> [Method] {
        Method.allCases.filter { methods.contains($0) || $0 == .head && methods.contains(.get) }
    }

    private mutating func parameter(of node: Int) -> Int {
        if let known = nodes[node].parameter { return known }
        nodes.append(Node())
        nodes[node].parameter = nodes.count - 1
        return nodes.count - 1
    }

    private mutating func child(of node: Int, _ segment: String) -> Int {
        if let known = nodes[node].children.first(where: { $0.segment == segment }) { return known.node }
        nodes.append(Node())
        nodes[node].children.append((segment, nodes.count - 1))
        return nodes.count - 1
    }
}
