import Redis

/// `SignInTries`, kept in Redis as its numbers in a row: level, end of the wait, times.
extension Command where Output == Reply {
    static func countSignIn(_ key: String, limit: Int) -> Self {
        let arguments = [
            limit, SignInTries.window, SignInTries.firstWait, SignInTries.longestWait, SignInTries.memory,
        ]
        return .script(countScript, keys: [key], arguments: arguments)
    }

    static func takeBackSignIn(_ key: String, time: Int, isLast: Bool) -> Self {
        .script(takeBackScript, keys: [key], arguments: [time, isLast ? 1 : 0])
    }
}

extension SignInCount {
    /// - Throws: `.protocolViolation` for what `countSignIn` never answers.
    init(_ reply: Reply) throws(RedisError) {
        let numbers = reply.elements?.compactMap(\.integer) ?? []
        guard numbers.count == 3 else { throw .protocolViolation }
        self.init(
            outcome: numbers[0] > 0 ? .refused(wait: numbers[0]) : .counted(isLast: numbers[2] == 1), time: numbers[1])
    }
}

/// Answers how long to wait or 0, the time, and 1 when the next try will wait.
///
/// By the server's clock. Milliseconds since 1970 stay below 2^53, so Lua's doubles hold them exactly; `tostring` would
/// not write them so.
private let countScript = Script(
    """
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    local limit, window, first = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
    local longest, memory = tonumber(ARGV[4]), tonumber(ARGV[5])

    local kept = {}
    for number in string.gmatch(redis.call('GET', KEYS[1]) or '', '%d+') do
        kept[#kept + 1] = tonumber(number)
    end
    local level, ends = kept[1] or 0, kept[2] or 0
    if ends < now - memory then
        level = 0
    end
    -- One further away than any wait is from a clock that was set back since.
    if ends > now and ends <= now + longest then
        return {ends - now, now, 0}
    end

    local times = {}
    for i = 3, #kept do
        if kept[i] > now - window and kept[i] <= now then
            times[#times + 1] = string.format('%.0f', kept[i])
        end
    end
    times[#times + 1] = string.format('%.0f', now)
    local last = 0
    local lifetime = window
    if level > 0 or #times >= limit then
        level = math.min(level + 1, 20)
        local wait = math.min(first * 2 ^ (level - 1), longest)
        ends = now + wait
        lifetime = wait + memory
        last = 1
    end
    local value = string.format('%d %.0f ', level, ends) .. table.concat(times, ' ')
    redis.call('SET', KEYS[1], value, 'PX', string.format('%.0f', lifetime))
    return {0, now, last}
    """)

private let takeBackScript = Script(
    """
    local kept = {}
    for number in string.gmatch(redis.call('GET', KEYS[1]) or '', '%d+') do
        kept[#kept + 1] = number
    end
    if #kept == 0 then
        return 0
    end
    for i = 3, #kept do
        if kept[i] == ARGV[1] then
            table.remove(kept, i)
            break
        end
    end
    if ARGV[2] == '1' and tonumber(kept[1]) > 0 then
        kept[1] = string.format('%d', kept[1] - 1)
        kept[2] = ARGV[1]
    end
    redis.call('SET', KEYS[1], table.concat(kept, ' '), 'KEEPTTL')
    return 1
    """)
