import FoundationEssentials
import HTML

/// Background work as an admin sees it; shown by Templates/jobs/jobs.html.
struct JobsPage: Page {
    struct Fact: Sendable {
        let label: String
        let value: String
    }

    struct Item: Sendable {
        let id: String
        let kind: String
        /// "3 tries, the last Sun 18 Oct, 14:31".
        let tries: String
        let error: String
        let written: Moment
        let retryPath: String
        let removalPath: String
    }

    let frame: Frame
    let facts: [Fact]
    /// The newest first.
    let items: [Item]
    /// What the list leaves out: "The newest 50 of 1,200."
    let remark: String?

    var tabs: [Choice] { ModerationTab.choices(current: .jobs, for: frame.viewer) }

    var silence: EmptyState {
        EmptyState("Nothing failed for good", why: "A job that keeps failing waits here after its last try.")
    }
}

extension JobsPage {
    init(_ counts: JobCounts, dead: [DeadJob], around: Surroundings, wording: Wording) {
        self.init(
            frame: Frame(around: around, title: "Background work", indexable: false, current: .moderation),
            facts: [
                Fact(label: "Waiting", value: Wording.count(counts.waiting)),
                Fact(label: "Running", value: Wording.count(counts.running)),
                Fact(label: "Failed for good", value: Wording.count(counts.dead)),
            ],
            items: dead.map { Item($0, wording) },
            remark: counts.dead > dead.count
                ? "The newest \(Wording.count(dead.count)) of \(Wording.count(counts.dead))." : nil)
    }
}

extension JobsPage.Item {
    init(_ job: DeadJob, _ wording: Wording) {
        let tries = Wording.counted(job.attempts, "try", "tries")
        self.init(
            id: "job-\(job.id.uuidString.lowercased())", kind: job.kind,
            tries: "\(tries), the last \(wording.exact(job.diedAt).words)",
            error: job.lastError ?? "It didn’t say why.", written: wording.exact(job.writtenAt),
            retryPath: JobPaths.retry(job.id), removalPath: JobPaths.removal(job.id))
    }
}
