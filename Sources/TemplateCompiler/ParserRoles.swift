extension Parser {
    mutating func declare(_ role: Template.Role, at offset: Int) {
        guard stage == .beginning else {
            let message = "{% page … %} or {% parameters … %} stands once, in the template's first line."
            return report.error(at: offset, message)
        }
        stage = .declared
        nodes = []
        template.role = role
        template.roleOffset = offset
    }

    mutating func addLayout(_ reference: Reference, at offset: Int) {
        guard stage == .declared, template.layout == nil else {
            let message = "{% layout … %} stands once, in the second line, after {% page … %} or {% parameters … %}."
            return report.error(at: offset, message)
        }
        nodes = []
        template.layout = reference
    }

    /// Called with the first thing that is neither `page`, `parameters` nor `layout`.
    mutating func beginBody(at offset: Int) {
        if stage == .beginning {
            report.error(
                at: offset,
                "The first line says what the template is: {% page PageType %} for a page, "
                    + "{% parameters name: Type %} for a layout or partial (or just {% parameters %}).")
        }
        stage = .body
    }

    mutating func addContent(at offset: Int) {
        guard case .function = template.role else {
            return report.error(at: offset, "{% content %} stands in a layout; a page is what goes there.")
        }
        if isInBlock { return report.error(at: offset, "{% content %} cannot stand in a block.") }
        template.hasContent = true
        nodes.append(.content(offset: offset))
    }

    mutating func addSlot(_ name: String, at offset: Int) {
        note(slot: name, at: offset)
        nodes.append(.slot(name: name, offset: offset))
    }

    /// Slots come from their mention in a layout; elsewhere the first one is reported in the end.
    mutating func note(slot name: String, at offset: Int) {
        if firstSlot == nil { firstSlot = offset }
        if !template.slots.contains(name) { template.slots.append(name) }
    }

    mutating func beginBlock(_ name: String, at offset: Int) {
        if template.layout == nil {
            report.error(at: offset, "A block fills a slot of a layout, and this template has no {% layout … %}.")
        } else if !open.isEmpty {
            report.error(at: offset, "A block cannot stand in another directive: move it to the outermost level.")
        } else if template.blocks.contains(where: { $0.name == name }) {
            report.error(at: offset, "The block “\(name)” stands here twice.")
        }
        begin(.block(name: name), at: offset)
    }

    private var isInBlock: Bool {
        open.contains { if case .block = $0.kind { true } else { false } }
    }
}
