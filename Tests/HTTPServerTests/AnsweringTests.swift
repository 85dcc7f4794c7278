import HTTPServer
import TestSupport
import Testing

@Suite("Answering requests")
struct AnsweringTests {
    @Test("a worker's answer arrives whole, and the connection lives on")
    func worker() throws {
        try serving { server in
            let client = try HTTPClient(port: server.port)
            for number in 1...3 {
                let answer = try client.get("/page/\(number)?q=1")
                #expect(answer.status == 200)
                #expect(answer.text == "GET /page/\(number)")
                #expect(answer["Date"] != nil)
                #expect(answer["Server"] == nil)
            }
        }
    }

    @Test("an answer from the event thread never reaches a worker")
    func immediate() throws {
        let prepared = PreparedResponse(.html(Array("cached".utf8)))
        let site = Site(now: { $0.target.elementsEqual("/cached".utf8) ? prepared : nil })
        try serving(site) { server in
            let client = try HTTPClient(port: server.port)
            #expect(try client.get("/cached").text == "cached")
            #expect(try client.get("/other").text == "GET /other")
        }
        #expect(site.log.exchanges.map(\.answeredOnEventThread) == [true, false])
    }

    @Test("a thousand pipelined requests are answered in order")
    func pipelining() throws {
        try serving { server in
            let client = try HTTPClient(port: server.port)
            client.send((0..<1000).map { "GET /\($0) HTTP/1.1\r\nHost: test\r\n\r\n" }.joined())
            for number in 0..<1000 { #expect(try client.answer().text == "GET /\(number)") }
        }
    }

    @Test("HEAD has the head of GET and no body")
    func head() throws {
        try serving { server in
            let client = try HTTPClient(port: server.port)
            let answer = try client.get("/", method: "HEAD")
            #expect(answer["Content-Length"] == "6")
            #expect(try client.get("/next").text == "GET /next")
        }
    }
}
