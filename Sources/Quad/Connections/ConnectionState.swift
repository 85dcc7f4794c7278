import HTML

/// What is between the reader and somebody, with the one thing to do about it; shown by
/// Templates/connections/_state.html, on profiles and wherever else a person stands.
struct ConnectionState: Sendable {
    /// The one action; `nil` where there is none.
    let action: Choice?
    /// "Connected since October 2026", "Asked on Sunday, no answer yet".
    let words: String?
    /// Takes back one's own request; `nil` for any other state.
    let cancelPath: String?
    /// Behind the dots: whom both know, end, block.
    let links: [Choice]
    let name: String

    /// - Parameters:
    ///   - tie: from `Query.tie(to:for:)`; without one there is nothing to show.
    ///   - mayAsk: whether the reader may write at all.
    init?(_ tie: Tie?, mayAsk: Bool, wording: Wording) {
        guard let tie else { return nil }
        let (username, name) = (tie.other.username, tie.other.firstName)
        var links = [Choice("Whom you both know", path: ConnectionPaths.mutual(with: username))]
        switch tie.state {
        case .none:
            action = mayAsk ? Choice("Connect with \(name)", path: ConnectionPaths.new(to: username)) : nil
            (words, cancelPath) = (nil, nil)
        case .declined(let until):
            (action, cancelPath) = (nil, nil)
            words = "You can ask \(name) again from \(wording.exact(until).words) on."
        case .asked(let id, let since):
            action = nil
            words = "Asked \(wording.onDay(since)), no answer yet"
            links.insert(Choice("Your request", path: ConnectionPaths.connection(id)), at: 0)
            cancelPath = ConnectionPaths.cancellation(id)
        case .waiting(let id, _):
            action = Choice("Answer \(name)’s request", path: ConnectionPaths.connection(id))
            words = "\(name) would like to connect with you"
            cancelPath = nil
        case .connected(let id, let since):
            (action, cancelPath) = (nil, nil)
            words = "Connected since \(wording.month(since))"
            links.append(Choice("End the connection", path: ConnectionPaths.end(id)))
        }
        links.append(Choice("Block", path: ConnectionPaths.block(username)))
        self.links = links
        self.name = tie.other.name
    }
}
