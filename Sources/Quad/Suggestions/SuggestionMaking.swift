import Postgres
extension Query where Output == Int {
    static func makeSuggestions(for members: [Member.ID]) -> Self {
        .execute("SELECT 1 WHERE \(members)::uuid[] IS NULL")
    }
}
