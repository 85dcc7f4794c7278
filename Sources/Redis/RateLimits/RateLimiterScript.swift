extension RateLimiter {
    /// `KEYS`: one a demand. `ARGV`: three a demand, its interval in microseconds, its limit and its cost.
    /// Answers the refusing demand's number or 0, microseconds to wait, uses left, and the time.
    ///
    /// Microseconds since 1970 stay below 2^53, so Lua's doubles hold them exactly; `tostring` would not write them
    /// so.
    static let script = Script(
        """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local full = {}
        local refusing, wait, left = 0, 0, math.huge

        for i, key in ipairs(KEYS) do
            local interval, limit, cost = tonumber(ARGV[3 * i - 2]), tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i])
            local window = interval * limit
            local used = math.max(full[key] or tonumber(redis.call('GET', key) or 0), now)
            -- Further ahead only after the clock was set back or the limit lowered.
            used = math.min(used, now + window) + interval * cost
            full[key] = used
            if used - window - now > wait then
                refusing, wait = i, used - window - now
            end
            left = math.min(left, math.floor((now + window - used) / interval))
        end

        if refusing == 0 then
            for key, used in pairs(full) do
                redis.call('SET', key, string.format('%.0f', used), 'PX', math.ceil((used - now) / 1000))
            end
        end
        return {refusing, wait, math.max(left, 0), now}
        """)
}
