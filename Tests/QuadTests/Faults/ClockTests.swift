import FoundationEssentials
import Glibc
import TestSupport
import Testing

extension WholeProgram {
    @Suite("When the machine’s clock jumps")
    struct ClockTests {
        @Test(
            "members stay signed in, pages come at once, and who is a stranger stays one",
            arguments: [3_600, -3_600, 86_400, -86_400])
        func jump(by offset: Int) throws {
            try withInstallation { installation in
                let clock = try FakeClock()
                let quad = try installation.serve(clock.environment)
                let browser = try installation.signIn()
                #expect(try quad.get("/communities", browser).text.contains("Your account"))
                #expect(try quad.get(Installation.community).status == 200)
                try clock.jump(by: offset)
                for _ in 0..<3 {
                    let begun = ContinuousClock.now
                    #expect(try quad.get("/communities", browser).text.contains("Your account"))
                    #expect(try quad.get(Installation.community).status == 200)
                    #expect(try !quad.get("/communities").text.contains("Your account"))
                    #expect(.now - begun < .seconds(2))
                }
                try clock.jump(by: 0)
                #expect(try quad.get("/communities", browser).text.contains("Your account"))
                quad.process.signal(SIGTERM)
                #expect(quad.process.end(within: 10) == .exit(0))
            }
        }
    }
}

/// A clock of one process’s own: only the time of day jumps, as when an operator sets it.
///
/// A few lines of C that answer for the C library, because libfaketime keeps a Swift program from its arguments.
private final class FakeClock {
    private let directory: OwnDirectory
    private var library: String { directory.file("clock.so") }
    private var offset: String { directory.file("offset") }

    init() throws {
        directory = try OwnDirectory()
        try jump(by: 0)
        let source = directory.file("clock.c")
        try Self.source.write(toFile: source, atomically: true, encoding: .utf8)
        let built = try ChildProcess.run(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", library, source],
            environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
        guard built.ending == .exit(0) else { throw ProcessError.silent("clang", output: built.output) }
    }

    deinit { directory.remove() }

    var environment: [String: String] { ["LD_PRELOAD": library, "CLOCK_OFFSET_FILE": offset] }

    /// - Parameter seconds: ahead of the machine's clock.
    func jump(by seconds: Int) throws {
        let file = open(offset, O_WRONLY | O_CREAT, 0o644)
        defer { close(file) }
        // In place: the process has the file mapped.
        _ = withUnsafeBytes(of: Int64(seconds)) { pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <fcntl.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>
        static volatile long *offset;
        __attribute__((constructor)) static void map(void) {
            int file = open(getenv("CLOCK_OFFSET_FILE"), O_RDONLY);
            offset = mmap(NULL, 8, PROT_READ, MAP_SHARED, file, 0);
            close(file);
        }
        int clock_gettime(clockid_t clock, struct timespec *time) {
            int code = syscall(SYS_clock_gettime, clock, time);
            if (clock == CLOCK_REALTIME && offset) time->tv_sec += *offset;
            return code;
        }
        int gettimeofday(struct timeval *time, void *zone) {
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            time->tv_sec = now.tv_sec, time->tv_usec = now.tv_nsec / 1000;
            return 0;
        }
        time_t time(time_t *result) {
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            if (result) *result = now.tv_sec;
            return now.tv_sec;
        }
        """
}
