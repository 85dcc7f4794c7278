import HTML

/// Every component with light sample data; shown by Templates/dev/components.html.
struct ComponentsPage: Page {
    let frame: Frame
    let avatars: [Avatar]
    let badges: [Badge]
    let flashes: [Flash]
    let votes: [VoteControl]
    let tabs: [Choice]
    let chips: [Choice]
    let rows: [PostRow]
    let people: [Person]
    let comments: [CommentItem]
    let fields: [TextField]
    let communities: [CommunityItem]
    let pagination: Pagination
    let lastPage: Pagination
    let empty: EmptyState
    let week: WeekPicture
    let oneWeek: OneWeekPicture
    let groupWeek: GroupWeekPicture
}
