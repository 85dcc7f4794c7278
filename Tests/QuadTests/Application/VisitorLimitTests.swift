import HTTPServer
import Redis
import Testing

@testable import Quad

@Suite("Limiting how many pages a visitor has rendered")
struct VisitorLimitTests {
    @Test("above the limit a page in memory is still served, and no other is")
    func keptPage() throws {
        // Without Redis the process counts by itself: one page of two, and nothing shared with other tests.
        let nowhere = try RedisConfiguration(url: "unix:///nowhere")
        try withCampus { settings in
            (settings.limits.visitorPagesPerMinute, settings.redis) = (2, nowhere)
        } _: { campus in
            _ = try campus.insertCommunity()
            #expect(campus.get("/c/algorithms").status == .ok)
            #expect(campus.get("/c/algorithms").status == .ok)
            let refused = campus.get("/communities")
            #expect(refused.status == .tooManyRequests)
            #expect(refused["Retry-After"] != nil)
        }
    }
}
