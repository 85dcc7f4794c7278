extension [Route] {
    /// What an operator's machines ask.
    static let operation: [Route] = [
        .get("/healthz", for: .anyone, OperationHandlers.health),
        .get("/readyz", for: .anyone, OperationHandlers.readiness),
        .get("/metrics", for: .privateNetwork, OperationHandlers.metrics),
    ]
}
