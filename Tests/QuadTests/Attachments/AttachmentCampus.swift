import Cryptography
import Foundation
import HTTPServer
import Markdown
import Postgres
import TestSupport
import Testing

@testable import Quad

/// What a script learns of an upload.
struct Uploaded: Decodable {
    let id: UUID
    let name: String
    let isImage: Bool
    let markdown: String

    /// Where it is served.
    var path: String {
        String(markdown[(markdown.firstRange(of: "](")?.upperBound ?? markdown.startIndex)...].dropLast())
    }
}

extension TestCampus {
    /// Sends a file as a form does.
    func send(
        _ bytes: [UInt8]?, called name: String = "photo.png", to path: String = AttachmentPaths.all,
        with fields: [(name: String, value: String)] = [], as browser: TestBrowser, wantsJSON: Bool = false
    ) throws -> Response {
        let files = try bytes.map {
            [try UploadedFile(name: "file", fileName: name, contentType: "image/png", bytes: $0, in: "/tmp")]
        }
        return application.respond(to: request(files ?? [], path, fields, browser, wantsJSON), on: worker)
    }

    private func request(
        _ files: [UploadedFile], _ path: String, _ fields: [(name: String, value: String)], _ browser: TestBrowser,
        _ wantsJSON: Bool
    ) -> Request {
        Request(
            .post, path,
            headers: [("Sec-Fetch-Site", "same-origin")] + browser.headers
                + (wantsJSON ? [("Accept", "application/json")] : []),
            body: .multipart(MultipartForm(fields: FormFields(fields), files: files)))
    }

    /// Uploads a file that is taken.
    func upload(
        _ bytes: [UInt8] = SamplePictures.drawing(), called name: String = "photo.png", alt: String = "",
        as browser: TestBrowser
    ) throws -> Uploaded {
        let response = try send(bytes, called: name, with: [("alt", alt)], as: browser, wantsJSON: true)
        #expect(response.status == .created, "\(response.text)")
        return try JSONDecoder().decode(Uploaded.self, from: Data(response.text.utf8))
    }

    /// How many files lie in the storage.
    func storedFiles() -> Int { Self.storedFiles(below: files) }

    private static func storedFiles(below folder: String) -> Int {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return 0 }
        return names.reduce(0) { count, name in
            count + (name.utf8.count == 64 ? 1 : storedFiles(below: "\(folder)/\(name)"))
        }
    }

    /// Runs the job that removes what nobody needs.
    func cleanUpFiles() throws {
        try AttachmentCleanUp().run(
            JobContext(
                database: database, redis: worker.redis, now: .now, settings: application.settings,
                log: application.log, isStopping: { false }))
    }
}
