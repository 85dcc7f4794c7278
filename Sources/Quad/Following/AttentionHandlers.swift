import HTTPServer
import Markdown
import Postgres

/// Following and muting. A button's form says what shall be, so that a second click changes nothing.
enum AttentionHandlers {
    static func followPost(_ context: Context, member: Member) throws -> Response {
        try context.attend(.follow, to: .post(context.postID()), by: member)
    }

    static func mutePost(_ context: Context, member: Member) throws -> Response {
        try context.attend(.mute, to: .post(context.postID()), by: member)
    }

    static func followTag(_ context: Context, member: Member) throws -> Response {
        try context.attend(.follow, to: .tag(context.tagSlug()), by: member)
    }

    static func muteTag(_ context: Context, member: Member) throws -> Response {
        try context.attend(.mute, to: .tag(context.tagSlug()), by: member)
    }

    static func followPerson(_ context: Context, member: Member) throws -> Response {
        try context.attend(.follow, to: .person(context.parameter("username")), by: member)
    }

    static func mutePerson(_ context: Context, member: Member) throws -> Response {
        try context.attend(.mute, to: .person(context.parameter("username")), by: member)
    }

    static func followCommunity(_ context: Context, member: Member) throws -> Response {
        try context.attend(.follow, to: .community(context.parameter("community")), by: member)
    }

    static func muteCommunity(_ context: Context, member: Member) throws -> Response {
        try context.attend(.mute, to: .community(context.parameter("community")), by: member)
    }
}

extension Context {
    /// What a button's form asks for.
    ///
    /// - Throws: `AttentionError.unreadable`.
    func wantsMore() throws -> Bool {
        switch request.form["value"] {
        case "1": true
        case "0": false
        default: throw AttentionError.unreadable
        }
    }

    /// A tag of the path, as it is stored.
    func tagSlug() throws -> String {
        guard let slug = TagSlug.from(try parameter("tag")) else { throw NotFound() }
        return slug
    }

    fileprivate func attend(_ attention: Attention, to subject: Subject, by member: Member) throws -> Response {
        let wanted = try wantsMore()
        let (_, target) = try database.fetch(
            wanted ? .begin(attention, to: subject, by: member) : .end(attention, to: subject, by: member),
            .attentionTarget(attention, subject, for: member))
        guard let target else { throw NotFound() }
        if wanted, target.isOneself { throw AttentionError.isOneself }
        guard target.isSet == wanted else {
            throw attention == .follow ? AttentionError.tooManyFollows : .tooManyMutes
        }
        let flash: FlashCode =
            switch (attention, wanted) {
            case (.follow, true): .followed
            case (.follow, false): .unfollowed
            case (.mute, true): .muted
            case (.mute, false): .unmuted
            }
        return redirect(to: ReturnPath(request.form["to"])?.text ?? target.path, flash: flash)
    }
}
