/// The bytes of server-sent events.
enum EventEncoding {
    static func message(event: String?, id: String?, data: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.utf8.count + 32)
        if let event { line("event: ", event, &bytes) }
        if let id { line("id: ", id, &bytes) }
        bytes += "data: ".utf8
        var previous: UInt8 = 0
        for byte in data.utf8 {
            switch byte {
            case 0x0D: bytes += "\ndata: ".utf8
            case 0x0A: if previous != 0x0D { bytes += "\ndata: ".utf8 }
            default: bytes.append(byte)
            }
            previous = byte
        }
        bytes += "\n\n".utf8
        return bytes
    }

    static func retry(_ time: Duration) -> [UInt8] {
        Array("retry: \(time.milliseconds)\n\n".utf8)
    }

    /// The head of the answer that a stream begins with; a header that holds a line break is left out.
    static func head(_ response: Response) -> [UInt8] {
        var response = response
        response.set("Content-Type", "text/event-stream; charset=utf-8")
        response.set("Cache-Control", "no-store")
        response.set("X-Accel-Buffering", "no")
        response.set("Connection", "close")
        response.set("Date", HTTPDate.now.description)
        var bytes = Array("HTTP/1.1 \(response.status)\r\n".utf8)
        for header in response.headers {
            let line = Array("\(header.name): \(header.value)".utf8)
            guard line.allSatisfy({ $0 >= 0x20 || $0 == 0x09 }) else { continue }
            bytes += line + [0x0D, 0x0A]
        }
        return bytes + [0x0D, 0x0A]
    }

    private static func line(_ field: String, _ value: String, _ bytes: inout [UInt8]) {
        bytes += field.utf8
        bytes += value.utf8.filter { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
        bytes.append(0x0A)
    }
}
