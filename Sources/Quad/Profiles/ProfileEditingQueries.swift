import Markdown
import Postgres

/// Changes of one's own profile. Each is bound to its owner's row, and several go as one transaction.
extension Query where Output == Int {
    static func saveProfile(_ profile: ProfileForm.Checked, of id: Member.ID) -> Self {
        Query<Int>.execute(
            """
            UPDATE users
            SET name = \(profile.name.text), headline = \(profile.headline), profile_type = \(profile.type)
            WHERE id = \(id)
            """
        ).idempotent
    }

    /// - Parameter types: those that somebody is; what was said as another is forgotten.
    static func keepTypes(_ types: [ProfileType], of id: Member.ID) -> Self {
        Query<Int>.execute(
            """
            WITH gone AS (
                DELETE FROM profile_details WHERE user_id = \(id) AND profile_type <> ALL (\(types.map(\.rawValue)))
            )
            INSERT INTO profile_details (user_id, profile_type)
            SELECT \(id), t FROM unnest(\(types.map(\.rawValue))) t
            ON CONFLICT (user_id, profile_type) DO NOTHING
            """
        ).idempotent
    }

    static func saveBiography(_ bio: WrittenBody, of id: Member.ID) -> Self {
        Query<Int>.execute(
            """
            UPDATE users
            SET bio_source = \(bio.source), bio_html = \(bio.html), bio_version = \(MarkdownRenderer.version)::smallint
            WHERE id = \(id)
            """
        ).idempotent
    }

    /// - Returns: 0 when somebody is not of this type.
    static func saveDetails(_ fields: JSONText, as type: ProfileType, of id: Member.ID) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO profile_details (user_id, profile_type, fields)
            SELECT u.id, \(type.rawValue), \(fields)
            FROM users u
            WHERE u.id = \(id) AND (u.profile_type = \(type.rawValue)
                OR EXISTS (SELECT FROM profile_details d WHERE d.user_id = u.id AND d.profile_type = \(type.rawValue)))
            ON CONFLICT (user_id, profile_type) DO UPDATE SET fields = excluded.fields, updated_at = now()
            """
        ).idempotent
    }

    /// Makes the words known; who wrote one first decided how it is written.
    static func knowSkills(_ skills: [SkillSlug]) -> Self {
        let sorted = skills.sorted { $0.text < $1.text }
        return Query<Int>.execute(
            """
            INSERT INTO skills (slug, name)
            SELECT s.slug, s.name FROM unnest(\(sorted.map(\.text)), \(sorted.map(\.name))) s (slug, name)
            ON CONFLICT (slug) DO NOTHING
            """
        ).idempotent
    }

    /// What somebody has confirmed of a skill stays with it while it is there.
    static func saveSkills(_ skills: [(slug: SkillSlug, level: Int)], of id: Member.ID) -> Self {
        let slugs = skills.map(\.slug.text)
        return Query<Int>.execute(
            """
            WITH gone AS (
                DELETE FROM user_skills WHERE user_id = \(id) AND skill <> ALL (\(slugs))
            )
            INSERT INTO user_skills (user_id, skill, level, position)
            SELECT \(id), s.slug, s.level::smallint, s.place::smallint
            FROM unnest(\(slugs), \(skills.map(\.level))) WITH ORDINALITY s (slug, level, place)
            ON CONFLICT (user_id, skill) DO UPDATE SET level = excluded.level, position = excluded.position
            """
        ).idempotent
    }

    static func saveInterests(_ interests: [SkillSlug], of id: Member.ID) -> Self {
        let slugs = interests.map(\.text)
        return Query<Int>.execute(
            """
            WITH gone AS (
                DELETE FROM user_interests WHERE user_id = \(id) AND interest <> ALL (\(slugs))
            )
            INSERT INTO user_interests (user_id, interest)
            SELECT \(id), s FROM unnest(\(slugs)) s
            ON CONFLICT (user_id, interest) DO NOTHING
            """
        ).idempotent
    }

    static func forgetLinks(of id: Member.ID) -> Self {
        Query<Int>.execute("DELETE FROM profile_links WHERE user_id = \(id)").idempotent
    }

    static func saveLinks(_ links: [ProfileLink], of id: Member.ID) -> Self {
        Query<Int>.execute(
            """
            INSERT INTO profile_links (user_id, position, label, address)
            SELECT \(id), l.place::smallint, l.label, l.address
            FROM unnest(\(links.map(\.label)), \(links.map(\.address))) WITH ORDINALITY l (label, address, place)
            ON CONFLICT (user_id, position) DO UPDATE SET label = excluded.label, address = excluded.address
            """
        ).idempotent
    }

    static func saveVisibility(_ visibility: Profile.Visibility, of id: Member.ID) -> Self {
        Query<Int>.execute("UPDATE users SET visibility = \(visibility) WHERE id = \(id)").idempotent
    }

    static func saveSections(_ sections: [(section: ProfileSection, visibility: Profile.Visibility)], of id: Member.ID)
        -> Self
    {
        Query<Int>.execute(
            """
            INSERT INTO profile_sections (user_id, section, visibility)
            SELECT \(id), s.section, s.visibility
            FROM unnest(\(sections.map(\.section.rawValue)), \(sections.map(\.visibility.rawValue))) s (section, visibility)
            ON CONFLICT (user_id, section) DO UPDATE SET visibility = excluded.visibility
            """
        ).idempotent
    }

    /// - Returns: 0 when that was so already.
    static func setHold(_ isHeld: Bool, of id: Member.ID) -> Self {
        .execute("UPDATE users SET is_held = \(isHeld) WHERE id = \(id) AND is_held <> \(isHeld)")
    }

    static func leaveOut(_ step: CompletionStep, of id: Member.ID) -> Self {
        Query<Int>.execute(
            """
            UPDATE users SET left_out = left_out || \(step.rawValue)
            WHERE id = \(id) AND NOT \(step.rawValue) = ANY (left_out)
            """
        ).idempotent
    }

    static func dismissWelcome(of id: Member.ID) -> Self {
        Query<Int>.execute(
            "UPDATE users SET welcome_dismissed_at = coalesce(welcome_dismissed_at, now()) WHERE id = \(id)"
        ).idempotent
    }
}

extension Query where Output == Int {
    /// Says that a connection has a skill.
    ///
    /// - Returns: 0 when it is not theirs to say, or they said so before.
    static func endorse(_ skill: String, of username: String, by member: Member) -> Self {
        let onlooker = Onlooker(.member(member))
        return Query<Int>.execute(
            """
            INSERT INTO endorsements (user_id, skill, endorser_id)
            SELECT u.id, k.skill, \(member.id)
            FROM users u JOIN user_skills k ON k.user_id = u.id AND k.skill = \(skill)
            WHERE u.username = \(username) AND u.id <> \(member.id) AND \(SQL.isConnected(to: member.id))
                AND \(SQL.openProfile(for: onlooker)) AND \(SQL.shows(.skills, to: onlooker))
                AND \(SQL.isNamed(to: onlooker.viewer))
            ON CONFLICT (user_id, skill, endorser_id) DO NOTHING
            """
        ).idempotent
    }

    /// Takes it back, connected still or not.
    static func withdrawEndorsement(_ skill: String, of username: String, by member: Member) -> Self {
        Query<Int>.execute(
            """
            DELETE FROM endorsements
            WHERE user_id = (SELECT id FROM users WHERE username = \(username)) AND skill = \(skill)
                AND endorser_id = \(member.id)
            """
        ).idempotent
    }
}

extension Query where Output == Bool {
    /// Whether somebody's skill may be confirmed by a member: connected, and shown to them.
    static func mayEndorse(_ skill: String, of username: String, by member: Member) -> Self {
        let onlooker = Onlooker(.member(member))
        return .value(
            """
            SELECT EXISTS (
                SELECT FROM users u JOIN user_skills k ON k.user_id = u.id AND k.skill = \(skill)
                WHERE u.username = \(username) AND u.id <> \(member.id) AND \(SQL.isConnected(to: member.id))
                    AND \(SQL.openProfile(for: onlooker)) AND \(SQL.shows(.skills, to: onlooker))
                    AND \(SQL.isNamed(to: onlooker.viewer)))
            """)
    }
}
