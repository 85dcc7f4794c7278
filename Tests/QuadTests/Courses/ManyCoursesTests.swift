import FoundationEssentials
import HTTPServer
import Postgres
import Testing

@testable import Quad

@Suite("Two students with ten thousand courses")
struct ManyCoursesTests {
    @Test("open every page there is, and each other’s")
    func pages() throws {
        try withCampus { campus in
            let meeting = try Meeting(campus, tie: .connected)
            let (ada, bo) = (meeting.ada, meeting.bo)
            try campus.run(
                """
                INSERT INTO courses (id, university_id, code, term, title)
                SELECT gen_random_uuid(), \(campus.university), 'X ' || n, 'Fall 2026', 'Course ' || n
                FROM generate_series(1, 10000) n
                """)
            for person in [ada, bo] {
                try campus.run(
                    """
                    INSERT INTO enrolments (course_id, user_id, is_shown) SELECT id, \(person.id), true FROM courses
                    ON CONFLICT DO NOTHING
                    """)
            }
            try campus.perform(SuggestionRound())
            let paths =
                try Meeting.places.map { try $0.path(meeting, ada, bo) }
                + Meeting.nameless.sorted().map { meeting.address(of: $0, by: ada) }
            let clock = ContinuousClock()
            for path in paths {
                let taken = clock.measure {
                    let response = campus.get(path, as: ada.browser)
                    #expect(response.status.code < 500, "\(path)")
                    #expect(response.text.utf8.count < 400_000, "\(path)")
                }
                #expect(taken < .seconds(5), "\(path) took \(taken)")
            }
            #expect(campus.get("/u/canary.bo", as: ada.browser).text.contains("Bonifaz"))
            #expect(campus.get("/matches", as: ada.browser).text.contains("Bonifaz"))
        }
    }
}
