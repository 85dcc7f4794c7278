import FoundationEssentials
import Postgres

/// What somebody's own settings know of their profile.
struct OwnProfile: Sendable {
    let headline: String
    let bioSource: String
    let type: ProfileType
    /// Those beside the first.
    let furtherTypes: [ProfileType]
    let universityShortName: String
    let visibility: Profile.Visibility
    let isHeld: Bool
    let picture: Profile.Picture?
    let photoID: Attachment.ID?
    /// What its owner decided; the rest is as usual.
    let chosen: [ProfileSection: Profile.Visibility]
    /// What its owner does not want to be asked for.
    let leftOut: Set<CompletionStep>
    let isWelcomeDismissed: Bool
    let facts: Facts

    /// How much there is of what is not on the profile's own row.
    struct Facts: Sendable {
        var detailCount = 0
        var skillCount = 0
        var interestCount = 0
        var linkCount = 0
        var courseCount = 0
        var freeQuarters = 0
        var weekChangedAt: Date?
        var hasHabits = false
    }

    var types: [ProfileType] { [type] + furtherTypes }

    func visibility(of section: ProfileSection) -> Profile.Visibility { chosen[section] ?? section.usual }

    /// Who really sees a section: never more than may open the profile.
    func readers(of section: ProfileSection) -> Profile.Visibility {
        .narrower(visibility, visibility(of: section))
    }
}

extension Query where Output == OwnProfile {
    static func ownProfile(_ id: Member.ID) -> Self {
        .one(SQL.ownProfile(id), as: OwnProfile.init)
    }
}

extension Query where Output == OwnProfile? {
    /// The same of somebody who may still be led through the first steps.
    static func newcomer(_ id: Member.ID) -> Self {
        .first("\(SQL.ownProfile(id)) AND u.welcome_dismissed_at IS NULL LIMIT 1", as: OwnProfile.init)
    }
}

extension SQL {
    fileprivate static func ownProfile(_ id: Member.ID) -> SQL {
        """
        SELECT u.headline, u.bio_source, u.profile_type,
            ARRAY(SELECT d.profile_type FROM profile_details d
                WHERE d.user_id = u.id AND d.profile_type <> u.profile_type ORDER BY 1),
            n.short_name, u.visibility, u.is_held, u.picture, u.photo_id,
            ARRAY(SELECT s.section FROM profile_sections s WHERE s.user_id = u.id ORDER BY s.section),
            ARRAY(SELECT s.visibility FROM profile_sections s WHERE s.user_id = u.id ORDER BY s.section),
            u.left_out, u.welcome_dismissed_at IS NOT NULL,
            (SELECT count(*) FROM profile_details d, jsonb_object_keys(d.fields)
                WHERE d.user_id = u.id AND d.profile_type = u.profile_type),
            (SELECT count(*) FROM user_skills k WHERE k.user_id = u.id),
            (SELECT count(*) FROM user_interests i WHERE i.user_id = u.id),
            (SELECT count(*) FROM profile_links l WHERE l.user_id = u.id),
            (SELECT count(*) FROM enrolments e WHERE e.user_id = u.id AND e.state = 'active'),
            coalesce(bit_count(h.availability), 0), h.week_changed_at, coalesce(h.has_habits, false)
        FROM users u
        JOIN universities n ON n.id = u.university_id
        LEFT JOIN study_habits h ON h.user_id = u.id
        WHERE u.id = \(id)
        """
    }
}

extension OwnProfile {
    /// One row.
    fileprivate init(
        headline: String, bioSource: String, type: ProfileType, furtherTypes: [ProfileType], short: String,
        visibility: Profile.Visibility, isHeld: Bool, picture: Profile.Picture?, photo: Attachment.ID?,
        sections: [String], visibilities: [Profile.Visibility], leftOut: [String], isDismissed: Bool,
        details: Int, skills: Int, interests: Int, links: Int, courses: Int, quarters: Int,
        changedAt: Date?, hasHabits: Bool
    ) {
        let chosen = zip(sections, visibilities).compactMap { name, visibility in
            ProfileSection(rawValue: name).map { ($0, visibility) }
        }
        self.init(
            headline: headline, bioSource: bioSource, type: type, furtherTypes: furtherTypes,
            universityShortName: short, visibility: visibility, isHeld: isHeld, picture: picture, photoID: photo,
            chosen: Dictionary(uniqueKeysWithValues: chosen),
            leftOut: Set(leftOut.compactMap(CompletionStep.init(rawValue:))), isWelcomeDismissed: isDismissed,
            facts: OwnProfile.Facts(
                detailCount: details, skillCount: skills, interestCount: interests, linkCount: links,
                courseCount: courses, freeQuarters: quarters, weekChangedAt: changedAt, hasHabits: hasHabits))
    }
}
