import Postgres

extension Query where Output == CommunityLink? {
    /// Where a course is talked about, as far as a member may read there.
    static func place(of course: Course.ID, for member: Member) -> Self {
        .first(
            """
            SELECT c.name, c.slug, c.icon_id
            FROM communities c
            WHERE c.id = (SELECT k.community_id FROM courses k WHERE k.id = \(course))
                AND c.state = 'active' AND \(SQL.readable(by: .member(member)))
            LIMIT 1
            """
        ) { (name: String, slug: String, icon: Attachment.ID?) in
            CommunityLink(
                name: name, path: CommunityPaths.community(slug), icon: icon.map { AttachmentPaths.icon($0) })
        }
    }
}
