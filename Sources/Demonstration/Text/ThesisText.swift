extension CorpusText {
    /// Thesis year: dry humour.
    static let thesis = CorpusText(
        name: "thesis",
        words: #"""
            slug: thesis
            name: Thesis Year
            about: Topics, supervisors, despair and binding. For everyone at Alder Bay who writes one.
            style: life
            visibility: university
            indexing: search
            university: 0
            weight: 1.5
            rule: No names of supervisors.
            rule: No buying or selling of text.
            rule: Celebrate small things.
            space: general | General | How is it going? (Sorry.)
            space: questions | Questions | Forms, formats, advice.
            space: announcements | Announcements | Deadlines. | moderators
            aside: I've been "nearly finished" since ‹month›.
            aside: The template on the faculty page is the old one. Use the one in ‹building›.
            aside: Done is a colour. Mine is grey.
            aside: Print shop on Tram Street binds within two hours.

            === question | supervisor
            ? My supervisor hasn't answered in ‹some› weeks. How do I remind them?
            ? Silence from my supervisor, chapter ‹some› is waiting
            I've sent 30 pages.
            --- 1 *
            30 pages is a weekend of theirs. Send **one page** with one question, and offer two dates: "Could we talk for fifteen minutes on Tuesday at ten or Thursday at two?" If nothing comes, the secretary knows the calendar. Everyone does this, nobody is offended.
            --- > @
            Answer after nine minutes. To a mail of four lines.
            --- 2
            Short mails get answered on the phone at the bus stop. Long ones wait for a good day.

            === question | topic
            ? How small must a topic be?
            ? My topic is "migration". I've been told to narrow it
            It already took me ‹few› weeks to get to one word.
            --- 1 *
            Who, where, when, and *which question*. Keep cutting until somebody could disagree: "Why did carters in Alder Bay not join the strike of 1911?" If it sounds too small, it's about right.
            --- > @
            I'm down to one street, and suddenly there's far too much to say.

            === discussion | progress
            ? How many words today?
            ? Daily word count, no judgement, week ‹week›
            Minus 240. I count that as progress.
            --- 1
            312, of which 300 are a table.
            --- 2
            One sentence. It's a good one, though.
            --- 3
            I alphabetised my references and cleaned the oven.
            --- > @
            The oven counts.

            === gathering | procrastination
            ? What did you do *instead* today?
            ? The cleanest flat in town: what did you do instead, week ‹week›?
            I now own a labelled spice rack.
            --- 1
            ‹Defrosted the freezer|Sorted my socks|Learned the Finnish numbers|Repaired a lamp|Read about eels|Wrote the acknowledgements|Changed the font|Alphabetised my books|Baked twice|Drew a plan of how to make a plan›. ‹Four hours.|With great care.|It was necessary.|Word count: 0.|I regret only the eels.›
            --- 1
            ‹I wrote!|Two pages.|The method section, all of it.|One footnote, a good one.› ‹Don't hate me.|Then I cleaned the windows.|First time since ‹month›.|I don't know what came over me.›
            --- > 2
            ‹Pictures, please.|Respect.|That counts as research.|Could you do mine too?› ‹Tomorrow at nine, library?|We're all proud.|Send help.›
            --- > 2
            ‹The eels again!|Same.|My supervisor does that too, I've seen it.|It'll still be there tomorrow. All of it.›

            === announcement | deadline
            ? Handing in: what the office wants on ‹date›
            ? Registration of topics until ‹date›, ‹room›
            Two bound copies, one PDF, the signed page **inside** and not on top. The office is open until ‹time›; at that minute the door closes, and it's a heavy door.
            --- 1
            May someone else hand it in for me?
            --- > m
            Yes, with a note. Your mother needs one as well.

            === topic | binding
            ? binding and printing
            Hard cover, soft cover, spiral? The rules say "durable".
            --- 1 *
            Soft cover with glue is fine and half the price. Spiral was refused last year. Print one, check page numbers and pictures, *then* print the rest.
            --- 2
            Everyone finds a typo on page one of the bound copy. It's a tradition.
            === topic | ethics-form
            ? the ethics form
            I'm interviewing six people about buses. Really?
            --- 1 *
            Yes, but it's the short form: two pages, a week. Say how you store recordings and when you delete them. Start before you talk to anyone, it can't be done afterwards.
            --- 2
            The bus people were delighted, by the way.
            === topic | motivation
            ? getting started again after a break
            I haven't opened the file since ‹month›. I'm afraid of it.
            --- 1 *
            Don't open it. Write a page *about* it by hand: what's there, what's missing, what you'd say to a friend. Next day open the file and change the font. On the third day you're in.
            --- 2
            Meet someone at nine. I can't start alone either.
            """#)
}
