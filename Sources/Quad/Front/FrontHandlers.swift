import FoundationEssentials
import HTML
import HTTPServer
import Postgres

extension [Route] {
    static let front: [Route] = [
        .get("/", for: .anyone, kept: .forVisitors(query: []), FrontHandlers.front)
    ]
}

enum FrontHandlers {
    static func front(_ context: Context) throws -> Response {
        let (questions, figures, communities, count, people) = try context.database.fetch(
            .newestQuestions(limit: 5), .questionFigures(since: context.now.addingTimeInterval(-86_400)),
            .communities(after: nil, limit: 6, for: .visitor), .communityCount(for: .visitor), .peopleCount)
        let page = FrontPage(
            questions: questions, figures: figures, communities: communities, communityCount: count,
            peopleCount: people, around: context.around, wording: context.wording)
        return context.page(page, showing: .front)
    }
}

extension FrontPage {
    init(
        questions: [ListedPost], figures: QuestionFigures, communities: [Community], communityCount: Int,
        peopleCount: Int, around: Surroundings, wording: Wording
    ) {
        let place = around.site.universityName.isEmpty ? "your campus" : around.site.universityName
        var proof: [String] = []
        if peopleCount > 1 { proof.append("\(Wording.count(peopleCount)) students, alumni and staff.") }
        if figures.answered > 0 {
            proof.append("\(Wording.counted(figures.answered, "question", "questions")) answered since yesterday.")
        }
        self.init(
            frame: Frame(
                around: around, title: "",
                description:
                    "Study partners with the same free hours, questions with answers: the community of \(place).",
                canonicalPath: "/", matter: .front(around)),
            start: around.viewer == nil
                ? Choice("Find your communities", path: CommunityPaths.all)
                : Choice("Your home page", path: HomePaths.home),
            proof: proof.isEmpty ? nil : proof.joined(separator: " "),
            questionsHeading: figures.asked > 0 ? "Asked since yesterday" : "Newest questions",
            questionsNote: figures.asked > questions.count
                ? "\(Wording.count(questions.count)) of \(Wording.count(figures.asked)), newest first" : nil,
            questions: questions.map { $0.row(wording) }, communities: communities.map { CommunityItem($0) },
            allCommunities: communityCount == 1 ? "All communities" : "All \(Wording.count(communityCount)) communities"
        )
    }
}

extension HeadMatter {
    /// What the front page tells programs: what the site is, and where it is searched.
    fileprivate static func front(_ around: Surroundings) -> HeadMatter {
        let (site, structure) = (around.site, Structure(around.site))
        var matter = HeadMatter(feeds: [.everything(of: site)])
        guard around.viewer == nil else { return matter }
        matter.data = StructuredData([
            [
                "@type": "WebSite", "@id": structure.address("/"), "url": structure.address("/"),
                "name": .text(site.name),
                "publisher": site.universityName.nonEmpty.map {
                    ["@type": "CollegeOrUniversity", "name": .text($0)]
                },
                "potentialAction": [
                    "@type": "SearchAction",
                    "target": [
                        "@type": "EntryPoint", "urlTemplate": structure.address("/search?q={search_term_string}"),
                    ],
                    // A note of search engines' own: no property of schema.org.
                    "query-input": "required name=search_term_string",
                ],
            ]
        ])
        return matter
    }
}
