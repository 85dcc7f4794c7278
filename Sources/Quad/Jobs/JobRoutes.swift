extension [Route] {
    /// What failed in the background, and what to do about it.
    static let jobs: [Route] = [
        .get(JobPaths.all, for: .admin, JobHandlers.jobs),
        .post("/admin/jobs/:id/retry", for: .admin, JobHandlers.retry),
        .post("/admin/jobs/:id/removal", for: .admin, JobHandlers.remove),
    ]
}
