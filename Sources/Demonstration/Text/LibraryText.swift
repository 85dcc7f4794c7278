extension CorpusText {
    /// Library: quiet humour.
    static let library = CorpusText(
        name: "library",
        words: #"""
            slug: library
            name: Library & Study Spaces
            about: Seats, silence, books that are out and librarians who know everything.
            style: life
            university: 0
            weight: 4.5
            rule: Loud opinions, quiet phones.
            rule: Don't reserve seats with a scarf.
            rule: Say which floor.
            space: general | General | Seats, lamps, plants.
            space: questions | Questions | Loans, fees, databases.
            space: announcements | Announcements | Opening hours. | moderators
            slot floor: ground floor | first floor | second floor | third floor | top floor | basement
            aside: The ‹floor› near the maps is empty until ‹time›.
            aside: Ask the librarian with the green cardigan. Ask her anything.
            aside: Bring a jumper for the ‹floor›. Bring two.
            aside: There's a socket under every *second* desk, you have to feel for it.
            aside: On ‹weekday›s it's full by ‹time›.

            === question | seats
            ? Where is it actually quiet in the evening?
            ? A silent place after ‹evening›, does it exist?
            The ‹floor› is officially silent. Last night there was whispering, then a birthday.
            --- 1 *
            Go to the map room: top floor, through the door that says "Staff and maps". It's open to all until 22:00, has eleven desks, a view of the harbour, and something about the maps makes people shut up.
            --- > @
            I looked at the harbour for an hour. I also wrote four pages.
            --- 2
            Eleven desks, and now everyone knows.
            --- 3
            ‹building›, basement, when the choir doesn't rehearse. When it does: also nice.

            === question | loans
            ? The book I need for ‹course› is out until ‹date›. What now?
            ? Only one copy, lent until ‹date›, seminar on ‹weekday›
            There's a waiting list and I'm number ‹some›.
            --- 1 *
            1. The *reading copy*: every course book has one at the desk, four hours at a time, not listed in the catalogue.
            2. A chapter by scan from another library: form "chapter request", two days, free.
            3. The old edition in the basement is word for word the same up to chapter 9.
            --- > @
            There was a reading copy. It has been under that desk the entire time.
            --- 2
            If the person who has it reads this: you know who you are.

            === question | fees
            ? Late fee of ‹price› for a book I gave back. How do I prove it?
            ? Returned in ‹month›, still on my account, ‹price›
            I put it into the box in ‹building›. I have no receipt, who has a receipt from a box?
            --- 1 *
            Ask them to look on the *shelf*. Boxes get emptied into a trolley and sometimes nobody scans the trolley. If it's there, the fee goes away at once. The desk does that while you wait.
            --- > @
            It was on the shelf. It looked at me.
            --- 2
            Next time use the machine at the entrance, it prints a slip.

            === discussion | etiquette
            ? Things people eat in the library, ranked by sound
            ? A ranking of library snacks, from silent to criminal
            1. Banana. Perfect.
            2. Bread. Fine, if soft.
            3. Grapes: harmless alone, *suspenseful* in a group.
            4. Carrots. I've seen friendships end.
            5. Crisps. No.
            6. Whatever was in that foil on ‹weekday›.
            --- 1
            Apples are missing. Apples are between carrots and war.
            --- 2
            You may suck on a crisp.
            --- > 3
            Please don't give anybody ideas.
            --- 4
            Marzipan: silent, dignified, historically appropriate.

            === gathering | reading
            ? What are you reading that isn't for a course?
            ? Books for people who only read papers: your last good one
            I started a novel on the ferry and missed my stop, which on a ferry takes talent.
            --- 1
            ‹A thin one about a lighthouse|Something Icelandic|Poems, two a day|A history of salt|A crime novel with a recipe in it|Comics, all of them|Letters between two gardeners|A book about moss|Short stories from Lagos|An atlas, from front to back›. ‹Highly recommended.|Slow, in a good way.|I cried on the ‹bus›.|It's in the basement, red spine.|My third time.|Not for bedtime.›
            --- 1
            Nothing since ‹month›, so I'm here to ‹steal ideas|feel guilty|be told what to take›. ‹Something short?|Something without footnotes, please.|Preferably with a dog that survives.›
            --- > 2
            ‹Adding that to my pile.|Is it at the ‹floor›?|Reserved, sorry!|I loved it until the end.|The same author has a better one.› ‹Thank you!|How long is it?|Is it sad?›
            --- > 2
            Does the dog ‹survive|get a name|appear again›?

            === announcement | hours
            ? Open until 2:00 from ‹date›, with soup
            ? Exam weeks: longer hours on the ‹floor›
            From **‹date›** the ground floor and the first floor stay open until 2:00, on Sundays too. Soup in the lobby at 23:00, bring a mug. The top floor closes at 22:00 as always, the maps need their sleep.
            --- 1
            What kind of soup?
            --- > m
            Lentil. It was a vote. It was close.

            === discussion | lamp
            ? To whoever repaired the lamp at desk ‹number›: thank you
            ? A small thank-you to the night staff
            It flickered for a year. Today it didn't. There's a note under it, "should hold now 🙂", and somebody drew a lamp on the note.

            I passed my exam at that desk.
            --- 1
            I wrote to them about it in ‹month›. They answer every single mail!
            --- 2
            The drawn lamp is a better drawing than anything I did in ART 180.

            === topic | databases
            ? getting at journals from home
            The page says "your institution has no access", and I know it does.
            --- 1 *
            Don't search on the publisher's site. Start from the library's page, "Databases A–Z", and log in there; the link then carries your access with it. Or install the small browser button they offer, it does the same by itself.
            --- 2
            If it's truly not there: chapter request, two days.
            === topic | group-rooms
            ? booking a group room
            They're all red for two weeks, and half of them are empty when I walk past.
            --- 1 *
            A booking lapses after fifteen minutes if nobody taps the card reader, so at quarter past every hour rooms become free. Stand there with your card. Works every time.
            --- 2
            Monday 8:00 is when the new week opens.
            === topic | lockers
            ? a locker for the term
            The list says "full" since ‹month›.
            --- 1 *
            Only the big ones. Small ones are given out by the day: take any open one, your card is the key, it opens by itself at midnight. There's a shelf for what it finds.
            --- 2
            The shelf has my scarf. All my scarves.
            === topic | citations
            ? keeping track of references
            I've ‹number› PDFs called "download(3)".
            --- 1 *
            Zotero, and the library runs an hour about it each month. Save from the page with the button, it gets author and year by itself; the file is renamed as you like. Start *now*, retroactively it's misery.
            --- 2
            One folder a paper. Not one a topic.
            === topic | interlibrary
            ? books from other libraries
            How long does it take, and who pays?
            --- 1 *
            About a week inside the country, free for students, you get a mail. You may keep it four weeks, renew once. Old or rare things only in the reading room, which has the best chairs anyway.
            --- 2
            I once got a book from 1846. They trust us too much.
            === topic | scanning
            ? scanning a whole chapter
            The copier wants coins.
            --- 1 *
            The big overhead scanner next to the maps is free, takes a memory stick, and does two pages at once without hurting the spine. One chapter or a tenth of a book is allowed.
            --- 2
            Glass side down is the *other* machine. Learned that with 40 blank pages.
            """#)
}
