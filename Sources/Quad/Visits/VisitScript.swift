import Redis

/// A member's visits: one hash in Redis, which may be lost without harm. A field is a page, its value "before last":
/// when the visit before this one ended, and when the page was last looked at, in seconds since 1970; a post's has the
/// number of its comments as well.
///
/// A visit ends after half an hour of quiet: until then what is new stays new.
enum VisitScript {
    private static let quiet = 30 * 60
    private static let lifetime = 90 * 86_400
    /// Fields a hash may have; the quarter looked at longest ago goes when there are more.
    static let capacity = 2_000

    /// Notes a visit now, and asks for other fields in the same round trip.
    ///
    /// - Parameter remark: what is noted after the times: empty, or a blank and a number.
    /// - Returns: a command that answers with when the visit before ended, or with now on a first visit; then the others.
    static func note(
        _ field: String, _ remark: String, of member: Member.ID, now: Int, asking others: [String]
    ) -> Command<Reply> {
        let arguments: [any RedisValue] = [now, quiet, lifetime, capacity, field, remark]
        return .script(script, keys: [key(of: member)], arguments: arguments + others.map { $0 as any RedisValue })
    }

    static func key(of member: Member.ID) -> String { "visits:\(member.text)" }

    private static let script = Script(
        """
        local key, now = KEYS[1], tonumber(ARGV[1])
        local noted = redis.call('HGET', key, ARGV[5])
        local before, last
        if noted then before, last = string.match(noted, '^(%d+) (%d+)') end
        if not last then before = now elseif now - tonumber(last) > tonumber(ARGV[2]) then before = last end
        local answer = {tonumber(before)}
        if #ARGV > 6 then
            local others = redis.call('HMGET', key, unpack(ARGV, 7))
            for place = 1, #others do answer[place + 1] = others[place] end
        end
        redis.call('HSET', key, ARGV[5], before .. ' ' .. now .. ARGV[6])
        redis.call('EXPIRE', key, ARGV[3])
        if redis.call('HLEN', key) > tonumber(ARGV[4]) then
            local all, ages = redis.call('HGETALL', key), {}
            for place = 1, #all, 2 do
                ages[#ages + 1] = {all[place], tonumber(string.match(all[place + 1], '^%d+ (%d+)')) or 0}
            end
            table.sort(ages, function(one, other) return one[2] < other[2] end)
            for place = 1, math.floor(#ages / 4) do redis.call('HDEL', key, ages[place][1]) end
        end
        return answer
        """)
}
