extension [Route] {
    static let studyGroups: [Route] = [
        .get("/groups", for: .member, StudyGroupHandlers.mine),
        .get("/groups/proposals", for: .member, GroupProposalHandlers.proposals),
        .post("/groups", for: .writer, GroupProposalHandlers.start),
        .get("/groups/:group", for: .member, StudyGroupHandlers.one),
        .post("/groups/:group/acceptance", for: .writer, StudyGroupHandlers.accept),
        .post("/groups/:group/leave", for: .member, StudyGroupHandlers.leave),
        .get("/groups/:group/dissolution", for: .member, StudyGroupHandlers.dissolutionQuestion),
        .post("/groups/:group/dissolution", for: .member, StudyGroupHandlers.dissolve),
        .post("/groups/:group/invitations", for: .writer, StudyGroupHandlers.invite),
    ]
}

/// Addresses of study groups.
enum StudyGroupPaths {
    static let all = "/groups"

    static func proposals(_ course: MatchCourse.ID) -> String { "/groups/proposals?course=\(course.text)" }
    static func group(_ id: StudyGroup.ID) -> String { "/groups/\(id.text)" }
    static func acceptance(_ id: StudyGroup.ID) -> String { "/groups/\(id.text)/acceptance" }
    static func leave(_ id: StudyGroup.ID) -> String { "/groups/\(id.text)/leave" }
    static func dissolution(_ id: StudyGroup.ID) -> String { "/groups/\(id.text)/dissolution" }
    static func invitations(_ id: StudyGroup.ID) -> String { "/groups/\(id.text)/invitations" }
}
