extension ProfileType: CaseIterable {
    static let allCases: [ProfileType] = [
        .student, .alumni, .mentor, .faculty, .staff, .organizationPartner, .investor, .innovator, .serviceProvider,
        .governmentOfficial, .communityMember,
    ]
}

extension ProfileType {
    /// What stands over the type's fields on a profile.
    var heading: String {
        switch self {
        case .student: "Studies"
        case .alumni: "After the degree"
        case .mentor: "Mentoring"
        case .faculty: "Research and teaching"
        case .staff: "Work at the university"
        case .organizationPartner: "Partnership"
        case .investor: "Investing"
        case .innovator: "Founding"
        case .serviceProvider: "Services"
        case .governmentOfficial: "In government"
        case .communityMember: "In the community"
        }
    }

    /// What its people can say of themselves, in the order of the form and of the profile.
    var fields: [DetailField] {
        switch self {
        case .student:
            [
                DetailField("degree", "Degree", hint: "As you’d say it: BSc Mathematics.", .line(limit: 80)),
                DetailField("major", "Major", .line(limit: 80)),
                DetailField("year", "Year of study", .choice(Self.yearsOfStudy)),
                DetailField(
                    "expected_graduation", "Expected graduation",
                    hint: "A year. You take courses until it’s over; in spring your profile says alumni.",
                    .year),
                Self.languages,
            ]
        case .alumni:
            [
                DetailField("degree", "Degree", .line(limit: 80)),
                DetailField("graduation_year", "Graduation year", .year),
                DetailField("employer", "Employer", .line(limit: 80)),
                DetailField("job_title", "Job title", .line(limit: 80)),
                DetailField("industry", "Industry", .line(limit: 80)), DetailField("city", "City", .line(limit: 80)),
            ]
        case .mentor:
            [
                DetailField(
                    "expertise", "What you can help with", hint: "One a line.", .lines(most: 12, limit: 60)),
                DetailField("years_of_experience", "Years of experience", .number(0...70)),
                DetailField(
                    "approach", "How you mentor", hint: "In a sentence: “I ask more than I answer.”",
                    .line(limit: 200)),
                DetailField("capacity", "People at a time", hint: "How many you mentor at once.", .number(0...20)),
                Self.languages,
            ]
        case .faculty:
            [
                DetailField("research_areas", "Research areas", hint: "One a line.", .lines(most: 12, limit: 80)),
                DetailField("institution", "Institution", .line(limit: 120)),
                DetailField(
                    "publications", "Publications", hint: "One a line, as you’d cite it.",
                    .lines(most: 10, limit: 300)),
            ]
        case .staff:
            [
                DetailField("department", "Department", .line(limit: 120)),
                DetailField("position", "What you do there", .line(limit: 120)),
            ]
        case .organizationPartner:
            [
                DetailField("company", "Company", .line(limit: 120)),
                DetailField("industry", "Industry", .line(limit: 80)),
                DetailField(
                    "partnership_interests", "What you’d like to do together", hint: "One a line.",
                    .lines(most: 12, limit: 80)),
            ]
        case .investor:
            [
                DetailField("focus", "Focus", hint: "One a line.", .lines(most: 12, limit: 80)),
                DetailField("stage", "Stage", .choice(Self.stages)),
                DetailField("ticket_size", "Ticket size", hint: "Whole amounts; one of the two is enough.", .amount),
                DetailField("portfolio", "Portfolio", hint: "One a line.", .lines(most: 20, limit: 80)),
            ]
        case .innovator:
            [
                DetailField("startup", "Startup", .line(limit: 120)),
                DetailField("industry", "Industry", .line(limit: 80)),
                DetailField("stage", "Stage", .choice(Self.stages)),
            ]
        case .serviceProvider:
            [
                DetailField("services", "Services", hint: "One a line.", .lines(most: 12, limit: 80)),
                DetailField("pricing", "Pricing", hint: "In a sentence.", .line(limit: 200)),
            ]
        case .governmentOfficial:
            [
                DetailField("department", "Department", .line(limit: 120)),
                DetailField("policy_focus", "Policy focus", hint: "One a line.", .lines(most: 12, limit: 80)),
            ]
        case .communityMember:
            [
                DetailField("interests", "Interests", hint: "One a line.", .lines(most: 20, limit: 60))
            ]
        }
    }

    private static let languages = DetailField(
        "languages", "Languages", hint: "One a line.", .lines(most: 12, limit: 40))

    private static let yearsOfStudy: [DetailField.Option] = [
        .init("1", "First"), .init("2", "Second"), .init("3", "Third"), .init("4", "Fourth"),
        .init("5", "Fifth or later"), .init("master", "Master’s"), .init("doctoral", "Doctoral"),
        .init("exchange", "Here on exchange"),
    ]

    private static let stages: [DetailField.Option] = [
        .init("idea", "Idea"), .init("pre_seed", "Pre-seed"), .init("seed", "Seed"), .init("series_a", "Series A"),
        .init("growth", "Growth"), .init("any", "Any stage"),
    ]
}
