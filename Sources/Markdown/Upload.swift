/// A file of this site that a text may show.
public struct Upload: Hashable, Sendable {
    /// Its address, percent-encoded, with nothing in it that HTML would read as more.
    public let path: String
    /// `nil` for what is no picture: a text can lead to it.
    public let picture: Picture?

    public struct Picture: Hashable, Sendable {
        /// Of the larger of its two sizes, in pixels.
        public let width, height: Int
        /// Of the smaller one, found at `?size=small`; `nil` where there is one size.
        public let smallWidth: Int?

        public init(width: Int, height: Int, smallWidth: Int?) {
            (self.width, self.height, self.smallWidth) = (width, height, smallWidth)
        }
    }

    public init(path: String, picture: Picture?) {
        (self.path, self.picture) = (path, picture)
    }
}

extension DocumentWriter {
    /// A picture that this site has, within a link to itself.
    ///
    /// - Parameters:
    ///   - title: written once its alternative text is complete.
    ///   - isLinked: not within another link, and not without words: nobody could tell where it leads.
    mutating func begin(_ picture: Upload.Picture, at path: String, title: [UInt8], isLinked: Bool) {
        findings.imageCount += 1
        isVisible = true
        isInsideWord = true
        pictures = 1
        let address = Array(path.utf8)
        if isLinked {
            html.append("<a href=\"")
            html.append(escapingAttribute: address.span)
            html.append("\">")
            isInAnchor = true
        }
        html.append("<img src=\"")
        html.append(escapingAttribute: address.span)
        if let small = picture.smallWidth {
            html.append("\" srcset=\"")
            html.append(escapingAttribute: address.span)
            html.append("?size=small ")
            html.append(decimal: small)
            html.append("w, ")
            html.append(escapingAttribute: address.span)
            html.append(" ")
            html.append(decimal: picture.width)
            html.append("w\" sizes=\"(max-width: 48rem) 100vw, 41rem")
        }
        // The place is kept free until the picture is there.
        html.append("\" width=\"")
        html.append(decimal: picture.width)
        html.append("\" height=\"")
        html.append(decimal: picture.height)
        html.append("\" loading=\"lazy\" decoding=\"async\" alt=\"")
        openLinks.append(.picture(title: title, isLinked: isLinked, start: html.count))
    }
}
