import Postgres

/// A question spelled as others spell it.
struct SpelledWord: Sendable {
    let typed: String
    /// The word of public titles that is most like it; the same when it is one itself.
    let known: String?
}

extension Query where Output == [SpelledWord] {
    /// What words of a question may have been meant to be.
    static func spelled(_ words: [String]) -> Self {
        .all(
            """
            SELECT w.word, (
                SELECT v.word FROM search_vocabulary v
                WHERE v.word % search_name(w.word)
                ORDER BY similarity(v.word, search_name(w.word)) DESC, v.posts DESC
                LIMIT 1)
            FROM unnest(\(words)) WITH ORDINALITY w (word, place)
            ORDER BY w.place
            LIMIT 8
            """, as: SpelledWord.init)
    }
}

extension SearchQuestion {
    /// The same question with the words as they are usually spelled; `nil` when that changes nothing.
    func respelled(_ words: [SpelledWord]) -> SearchQuestion? {
        var text = " " + self.text + " "
        var isChanged = false
        for word in words {
            guard let known = word.known, known != word.typed.lowercased(),
                let range = text.range(ofWord: word.typed)
            else { continue }
            text.replaceSubrange(range, with: known)
            isChanged = true
        }
        guard isChanged else { return nil }
        var question = SearchQuestion(text)
        question.filters = filters
        return question
    }
}

extension String {
    /// Where a word stands between other signs than letters and digits.
    fileprivate func range(ofWord word: String) -> Range<Index>? {
        guard !word.isEmpty else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) {
                let end = index(start, offsetBy: word.count)
                let before = start == startIndex ? " " : self[index(before: start)]
                let after = end == endIndex ? " " : self[end]
                if !before.isLetter && !before.isNumber && !after.isLetter && !after.isNumber { return start..<end }
            }
            start = index(after: start)
        }
        return nil
    }
}

extension Query where Output == Int {
    /// Counts anew which words public titles have.
    static var countVocabulary: Self {
        Query<Int>.execute("SELECT count_search_vocabulary()").writing()
    }
}
