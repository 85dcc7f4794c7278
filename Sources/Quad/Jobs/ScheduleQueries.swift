import Postgres

extension Query where Output == Int {
    /// Makes the schedule's row what the program says. One that comes round more often now does so at once.
    static func register(_ schedule: Schedule) -> Self {
        .execute(
            """
            INSERT INTO schedules (name, every)
            VALUES (\(schedule.name), \(schedule.every))
            ON CONFLICT (name) DO UPDATE
            SET every = EXCLUDED.every, next_run_at = least(schedules.next_run_at, now() + EXCLUDED.every)
            WHERE schedules.every <> EXCLUDED.every
            """
        ).idempotent
    }

    /// Takes the round that is due; 0 when another has it. The next one is a whole number of rounds later, in step.
    static func takeRound(of schedule: Schedule) -> Self {
        .execute(
            """
            UPDATE schedules
            SET next_run_at = date_bin(every, now(), next_run_at) + every
            WHERE name = \(schedule.name) AND next_run_at <= now()
            """)
    }
}

extension Query where Output == [String] {
    static var dueSchedules: Self {
        .values("SELECT name FROM schedules WHERE next_run_at <= now() ORDER BY next_run_at LIMIT 100")
    }
}
