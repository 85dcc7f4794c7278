extension [Route] {
    /// What an operator's machines ask.
    static let operation: [Route] = [
        .get("/healthz", for: .anyone, isUnlimited: true, OperationHandlers.health),
        .get("/readyz", for: .anyone, isUnlimited: true, OperationHandlers.readiness),
        .get("/metrics", for: .privateNetwork, OperationHandlers.metrics),
    ]
}
