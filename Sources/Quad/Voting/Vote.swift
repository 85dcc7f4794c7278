import Postgres

/// What someone thinks of a post or a comment: one vote each.
enum Vote: Int16, Column, SQLBindable {
    case up = 1
    case down = -1
}

/// A vote as a form sends it: what the vote is to be, whatever it was, so that sending it twice does no more.
enum Ballot: Equatable, Sendable {
    case vote(Vote)
    case none

    init?(_ text: String?) {
        switch text {
        case "up": self = .vote(.up)
        case "down": self = .vote(.down)
        case "none": self = .none
        default: return nil
        }
    }

    var vote: Vote? { if case .vote(let vote) = self { vote } else { nil } }
}

/// The arrows around a score; shown by Templates/components/vote.html.
struct VoteControl: Sendable {
    /// Where the form goes.
    let action: String
    /// The place on the page to come back to.
    let back: String
    /// What is voted on, for those who hear the buttons: "the comment by Bo Li".
    let target: String
    let score: Int
    let own: Vote?

    /// What pressing an arrow sends: pressed ones are taken back.
    func value(of vote: Vote) -> String {
        if own == vote { return "none" }
        return vote == .up ? "up" : "down"
    }
}
