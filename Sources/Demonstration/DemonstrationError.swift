/// Why a demonstration campus was not filled, in the operator's words.
package enum DemonstrationError: Error, Equatable, CustomStringConvertible {
    case alreadyInhabited
    case cutShort
    case notADemonstration
    case corpus(text: String, line: Int, String)

    package var description: String {
        switch self {
        case .alreadyInhabited:
            "This database already holds people, so no demonstration was written into it. Use an empty database."
        case .cutShort:
            "An earlier demonstration was cut short and left this database half filled. "
                + "Run `quad demo --start-over` to empty it and begin again."
        case .notADemonstration:
            "This database holds a real campus, so nothing was emptied."
        case .corpus(let text, let line, let words):
            "The demonstration text \(text) cannot be understood at line \(line): \(words)"
        }
    }
}
