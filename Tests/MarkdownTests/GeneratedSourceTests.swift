import FoundationEssentials
import Glibc
import HTML
import Markdown
import Testing

/// Ten thousand sources of full length with `QUAD_FUZZ=10000`, in a release build: `swift test -c release --filter
/// MarkdownTests` (a debug build is some ten times slower, and the time of one source is then only reported).
@Suite("Reading anything at all")
struct GeneratedSourceTests {
    private static let wanted = ProcessInfo.processInfo.environment["QUAD_FUZZ"].flatMap(Int.init)

    @Test("generated sources give sound HTML or a refusal, each within its time", arguments: 0..<4 as Range<UInt64>)
    func anything(part: UInt64) throws {
        var sources = GeneratedSource(seed: part, length: Self.wanted == nil ? 3_000 : 50_000)
        var slowest = Duration.zero, slowestSource = "", refused = 0
        let count = (Self.wanted ?? 600) / 4
        for _ in 0..<count {
            let source = sources.next()
            let (time, html) = Self.timed(source)
            if time > slowest { (slowest, slowestSource) = (time, source) }
            guard let html else {
                refused += 1
                continue
            }
            let found = problems(in: html)
            #expect(found == [], "\(source.debugDescription.prefix(500))")
            #expect(html.utf8.count <= source.utf8.count * 30 + 4_200)
        }
        #expect(refused < count * 3 / 4, "Most sources were refused, so little was tried.")
        guard Self.wanted != nil else { return }
        let beginning = slowestSource.debugDescription.prefix(120)
        print("part \(part): \(count) sources, \(refused) refused, slowest \(slowest): \(beginning)")
        #if !DEBUG
            let best = (0..<3).map { _ in Self.timed(slowestSource).time }.min() ?? slowest
            #expect(best < .milliseconds(50), "\(slowestSource.debugDescription.prefix(2_000))")
        #endif
    }

    private static func timed(_ source: String) -> (time: Duration, html: String?) {
        var html: String?
        let start = processorTime()
        do throws(MarkdownError) {
            html = String(decoding: try renderer.render(source, as: .post).html.bytes, as: UTF8.self)
        } catch {
            html = nil
        }
        return (processorTime() - start, html)
    }

    /// Of this thread alone: whatever else the machine does is not the source's fault.
    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
