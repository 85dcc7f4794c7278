import FoundationEssentials

/// Somebody's week as they keep it themselves.
struct OwnWeek: Sendable {
    let free: Week
    /// Taken by the timetable that was read in; apart from `free`.
    let busy: Week
    /// `free` before the last change; `nil` when there was none.
    let previous: Week?
    /// The zone chosen; `nil`: the university's.
    let chosenZone: String?
    let universityZone: String
    /// "Alder Bay".
    let universityName: String
    let changedAt: Date?
    /// Who sees all of it on the profile.
    let readers: Profile.Visibility
    /// Goes up with every change.
    let revision: Int

    /// The zone whose wall time the week is in.
    var zone: String { chosenZone ?? universityZone }
}
