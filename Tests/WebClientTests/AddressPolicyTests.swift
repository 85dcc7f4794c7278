import Glibc
import Testing

@testable import WebClient

@Suite("Addresses a member may make the server ask")
struct AddressPolicyTests {
    /// The port is 80, so only the address can be the reason.
    @Test(
        "no spelling of this machine or its network gets through",
        arguments: [
            "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://0/", "http://127.1/",
            "http://0177.0.0.1/",
            "http://localhost/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
            "http://0.0.0.0/",
            "http://[::]/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/",
            "http://172.31.255.255/", "http://100.64.0.1/", "http://[64:ff9b::7f00:1]/", "http://[fc00::1]/",
            "http://[fd12:3456::1]/", "http://[fe80::1]/", "http://[ff02::1]/", "http://224.0.0.1/",
            "http://255.255.255.255/",
            "http://user@127.0.0.1/", "http://example.org@127.0.0.1/", "http://127.0.0.1:80/", "https://127.0.0.1/",
        ])
    func refused(url: String) {
        #expect(throws: WebClientError.addressRefused) {
            try WebClient(limits: .init(time: .seconds(2))).get(url, allow: .publicOnly)
        }
    }

    @Test("a server on this machine is not even connected to")
    func notConnected() throws {
        try withServer(answering: "HTTP/1.1 200 OK\r\n\r\n") { server in
            #expect(throws: WebClientError.addressRefused) {
                try WebClient().get("http://127.0.0.1:\(server.port)/", allow: .publicOnly)
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test(
        "reserved addresses are not public, up to the last of each block",
        arguments: [
            "0.0.0.0", "0.255.255.255", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.255.255.254",
            "169.254.0.1",
            "172.16.0.0", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.255.255", "198.18.0.1",
            "198.19.255.255", "198.51.100.1", "203.0.113.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::808:808", "64:ff9b:1::1", "100::1", "2001::1",
            "2001:1ff:ffff::1", "2001:db8::1", "2002:7f00:1::1", "3fff:fff::1", "5f00::1", "fc00::1", "fdff::1",
            "fe80::1", "febf::1", "fec0::1", "ff02::1",
        ])
    func reserved(text: String) throws {
        #expect(!AddressPolicy.isPublic(try address(text)))
        #expect(!AddressPolicy.publicOnly.allows(try address(text), port: 443))
        #expect(AddressPolicy.any.allows(try address(text), port: 1))
    }

    @Test(
        "neighbours of the reserved blocks are public",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
            "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255", "192.169.0.0",
            "198.17.255.255",
            "198.20.0.0", "223.255.255.255", "2001:200::1", "2001:4860:4860::8888", "2003::1", "2a00:1450::1",
            "3ffe::1",
        ])
    func open(text: String) throws {
        #expect(AddressPolicy.isPublic(try address(text)))
        #expect(AddressPolicy.publicOnly.allows(try address(text), port: 80))
        #expect(!AddressPolicy.publicOnly.allows(try address(text), port: 22))
    }

    @Test("bytes that are no address are not public", arguments: [0, 3, 5, 15, 17])
    func noAddress(count: Int) {
        #expect(!AddressPolicy.isPublic([UInt8](repeating: 8, count: count)))
    }

    private func address(_ text: String) throws -> [UInt8] {
        let isIPv6 = text.contains(":")
        var bytes = [UInt8](repeating: 0, count: isIPv6 ? 16 : 4)
        let result = inet_pton(isIPv6 ? AF_INET6 : AF_INET, text, &bytes)
        try #require(result == 1)
        return bytes
    }
}
