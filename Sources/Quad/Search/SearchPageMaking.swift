import HTML

extension SearchPage {
    /// Before anything was asked.
    init(asking question: SearchQuestion, in scope: SearchScope, around: Surroundings) {
        self.init(
            frame: Frame(around: around, title: "Search", indexable: false), form: SearchForm(question, in: scope),
            scopes: [], remarks: question.remarks, chips: [], communities: [], people: [], tags: [], items: [],
            suggestion: nil, empty: nil, pagination: Pagination(), isStart: true)
    }

    init(
        _ question: SearchQuestion, in scope: SearchScope, found: SearchResults, isFirst: Bool, around: Surroundings,
        wording: Wording
    ) {
        let page = SearchHandlers.pageSize
        let marks = Highlighter(terms: question.terms, lexemes: found.lexemes)
        let next: SearchCursor? =
            switch scope {
            case .posts: found.posts.count > page ? found.posts[page - 1].cursor : nil
            case .comments: found.comments.count > page ? found.comments[page - 1].cursor : nil
            case .communities: found.communities.count > page ? found.communities[page - 1].cursor : nil
            case .people: found.people.count > page ? found.people[page - 1].cursor : nil
            case .tags: found.tags.count > page ? found.tags[page - 1].cursor : nil
            }
        let items =
            found.posts.prefix(page).map { Item($0, marks: marks, wording: wording) }
            + found.comments.prefix(page).map { Item($0, marks: marks, wording: wording) }
        let isEmpty = items.isEmpty && found.communities.isEmpty && found.people.isEmpty && found.tags.isEmpty
        let isAll = found.posts.allSatisfy(\.isAll) && found.comments.allSatisfy(\.isAll)
        self.init(
            frame: Frame(
                around: around, title: question.text.isEmpty ? "Search" : "\(question.text): search", indexable: false),
            form: SearchForm(question, in: scope),
            scopes: SearchScope.allCases.map {
                Choice($0.label, path: SearchPaths.search(question, in: $0), isCurrent: $0 == scope)
            },
            remarks: question.remarks + found.remarks(on: question),
            chips: scope.takesFilters ? Self.chips(question, in: scope, found.names) : [],
            communities: found.communities.prefix(page).map { CommunityItem($0) },
            people: found.people.prefix(page).map { PersonItem($0) },
            tags: found.tags.prefix(page).map { tag in
                Choice(
                    "#\(tag.name)", path: TagPaths.tag(tag.name),
                    count: tag.postCount >= FoundTag.mostCounted ? "1,000+" : Wording.count(tag.postCount))
            },
            items: items,
            suggestion: found.suggestion.map { Choice($0.text, path: SearchPaths.search($0, in: scope)) },
            empty: isEmpty || scope == .posts && items.isEmpty
                ? found.emptiness(of: question, in: scope, isFirst) : nil,
            pagination: Pagination(
                onward: "More results", back: "First results",
                newerPath: isFirst ? nil : SearchPaths.search(question, in: scope),
                olderPath: next.map { SearchPaths.search(question, in: scope, after: $0) },
                reason: isEmpty ? nil : scope.reason(hasWords: question.hasWords),
                end: next != nil || isEmpty || items.isEmpty
                    ? nil
                    : isAll
                        ? "That’s everything \(around.viewer == nil ? "anyone" : "you") can read."
                        : "That’s what fits best. One more word, or a filter, leads to the rest."),
            isStart: false)
    }

    private static func chips(
        _ question: SearchQuestion, in scope: SearchScope, _ names: SearchNames?
    ) -> [Chip] {
        question.filters.pairs.map { pair in
            var rest = question
            rest.filters = question.filters.without(pair.name, pair.value)
            let words =
                switch pair.name {
                case .in: "in \(names?.community ?? pair.value)"
                case .by: "by \(names?.author ?? pair.value)"
                case .tag: "#\(pair.value)"
                case .kind: pair.value
                case .is: pair.value
                case .after: "since \(pair.value)"
                case .before: "before \(pair.value)"
                }
            return Chip(words: words, removal: SearchPaths.search(rest, in: scope))
        }
    }
}

extension SearchScope {
    fileprivate func reason(hasWords: Bool) -> String {
        switch self {
        case .posts where hasWords:
            "Words in the title count most, then tags, then the text; votes lift what fits alike. "
                + "Words that very many posts have are looked for in the newest of them."
        case .comments where hasWords:
            "Comments where the words make up most come first; votes lift what fits alike. "
                + "Words that very many comments have are looked for in the newest of them."
        case .posts, .comments: "The newest comes first: there were no words to go by."
        case .communities, .people, .tags: "The name that is most like what you typed comes first."
        }
    }
}

extension SearchResults {
    /// What is worth saying about a question besides its answer.
    fileprivate func remarks(on question: SearchQuestion) -> [String] {
        var remarks: [String] = []
        guard let names else { return remarks }
        if let slug = question.filters.community, names.community == nil {
            remarks.append("There is no community “\(slug)” that you can read.")
        }
        if let username = question.filters.author, names.author == nil {
            remarks.append("There is nobody called “\(username)” whose profile you can open.")
        }
        return remarks
    }

    /// Why there is nothing.
    fileprivate func emptiness(of question: SearchQuestion, in scope: SearchScope, _ isFirst: Bool) -> EmptyState {
        guard isFirst else {
            return EmptyState("Nothing more", why: "The list ended before this page.")
        }
        if scope.takesFilters, question.hasWords, lexemes.isEmpty {
            return EmptyState(
                "Those words are in almost every text.", why: "Add one that says what you’re looking for.")
        }
        if question.name == nil {
            return EmptyState("No words to look for", why: "Type a name, or a part of one.")
        }
        let what = question.filters.isEmpty ? "Nothing has those words." : "Nothing fits all of that."
        let why =
            switch scope {
            case .posts: "All words have to be there. Fewer words, or another spelling, find more."
            case .comments: "All words have to be in one comment. Fewer words find more."
            case .communities: "No community you can read has a name like that."
            case .people: "Nobody whose profile you can open has a name like that."
            case .tags: "No post that anyone can read has a tag like that."
            }
        return EmptyState(what, why: why)
    }
}

extension SearchPage.Item {
    init(_ found: PostHit, marks: Highlighter, wording: Wording) {
        let post = found.listed.post
        var facts: [String] = []
        if post.kind == .question {
            facts.append(post.answeredAt != nil ? "answered" : post.commentCount == 0 ? "no answer yet" : "open")
        } else if post.kind != .discussion {
            facts.append(post.kind.rawValue)
        }
        facts.append(Wording.counted(post.commentCount, "comment", "comments"))
        facts.append(Wording.counted(post.score, "vote", "votes"))
        self.init(
            path: found.listed.path, title: marks.marked(post.title),
            snippet: marks.snippet(of: HTMLText.of(found.body)),
            author: found.listed.author.person, place: found.listed.place.communityName,
            posted: wording.ago(post.publishedAt), facts: facts)
    }

    init(_ found: FoundComment, marks: Highlighter, wording: Wording) {
        self.init(
            path: found.path, title: SafeHTML(escaping: found.postTitle),
            snippet: marks.snippet(of: HTMLText.of(found.body)), author: found.author.person,
            place: found.communityName, posted: wording.ago(found.writtenAt),
            facts: [Wording.counted(found.score, "vote", "votes")])
    }
}

extension SearchPage.PersonItem {
    init(_ found: FoundPerson) {
        self.init(
            person: Person(
                name: found.name, path: MemberPaths.profile(found.username),
                avatar: Avatar(name: found.name, username: found.username, photo: found.photoID)),
            username: found.username,
            headline: (found.skill.map { "Good at \($0). " } ?? "") + (found.headline.nonEmpty ?? found.universityName))
    }
}

extension CommunityItem {
    init(_ found: FoundCommunity) {
        self.init(
            community: CommunityLink(name: found.name, path: CommunityPaths.community(found.slug)),
            description: found.description,
            facts: [
                Wording.counted(found.memberCount, "member", "members"),
                Wording.counted(found.postCount, "post", "posts"),
            ], isJoined: found.role?.takesPart == true)
    }
}

extension SearchForm {
    init(_ question: SearchQuestion, in scope: SearchScope) {
        let filters = question.filters
        self.init(
            text: question.text, community: filters.community ?? "", author: filters.author ?? "",
            tags: filters.tags.joined(separator: " "),
            kinds: [SearchPage.Option(value: "", label: "Any", isChosen: filters.kind == nil)]
                + [Post.Kind.discussion, .question, .article, .announcement, .poll].map {
                    SearchPage.Option(
                        value: $0.rawValue, label: $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst(),
                        isChosen: filters.kind == $0)
                },
            states: [
                SearchPage.Option(value: "", label: "All", isChosen: filters.isAnswered == nil),
                SearchPage.Option(
                    value: "unanswered", label: "Without an answer", isChosen: filters.isAnswered == false),
                SearchPage.Option(value: "answered", label: "Answered", isChosen: filters.isAnswered == true),
            ], after: filters.after?.text ?? "", before: filters.before?.text ?? "",
            scope: scope == .posts ? nil : scope.rawValue, takesFilters: scope.takesFilters,
            isNarrowed: !filters.isEmpty)
    }
}
