extension String {
    /// This template's function in `Templates`: `communities/_row` is `communities__row`.
    var functionName: String {
        let name = String(unicodeScalars.map { $0.isASCII && !UInt8($0.value).isNameByte ? "_" : Character($0) })
        let safe = name.first?.isNumber ?? true ? "_" + name : name
        return safe.contains("_") ? safe : "`\(safe)`"
    }

    /// This text as a string literal of Swift on one line.
    var swiftLiteral: String {
        var literal = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\\": literal += "\\\\"
            case "\"": literal += "\\\""
            case "\n": literal += "\\n"
            case "\t": literal += "\\t"
            case _ where scalar.properties.generalCategory.isInvisible:
                literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

extension Unicode.GeneralCategory {
    /// Such characters would be hard to see, or mislead, in generated Swift.
    fileprivate var isInvisible: Bool {
        switch self {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
