extension CorpusText {
    /// First-years: kind, a bit breathless.
    static let firstYears = CorpusText(
        name: "firstYears",
        words: #"""
            slug: first-years
            name: First Years
            about: Your first year here. No question is too small, somebody else has it too.
            style: life
            university: 0
            weight: 10
            slot year: first-year
            rule: Nobody here was born knowing this. Answer as you'd have liked to be answered.
            rule: No photos of people without asking them.
            rule: Parties may be announced, tickets not sold.
            rule: If you're worried about someone, say so to a moderator, not in public.
            space: general | General | Meeting people, finding your feet.
            space: questions | Questions | Anything.
            space: announcements | Announcements | Dates you need. | moderators
            space: show | Guides | Written by last year's first-years.
            aside: It gets easier around week ‹week›. It really does.
            aside: The welcome desk in ‹building› answers everything, and there are biscuits.
            aside: I'm a second-year, message me if you'd rather ask in private.
            aside: Everyone feels like this. Some of us are just better at looking busy.
            aside: Come to the ‹day› breakfast at ‹cafe›, half of the table is people who came alone.

            === gathering | introductions
            ? Introduce yourself: who are you, what do you study, what could you talk about for an hour?
            ? The introductions thread, ‹month› edition
            I'll start: I'm a ‹year› student, I live in ‹hall›, and I could talk for an hour about **bus timetables**. Your turn. Say hello back to at least one person!
            --- 1
            ‹Hi|Hello|Hey everyone|Good ‹morning|evening››! I'm doing ‹CS 161|STAT 200|CHEM 110|LING 110|HIST 240|MUS 150|BIOL 130|ECON 102›, I live in ‹Harbour House|Cedar Court|North Quay|Juniper Hall|Salt Street|Lighthouse Row› and I could talk for an hour about ‹mushrooms|film music|old maps|football tactics|why bread rises|tram networks|Greek myths|sea birds|keyboards|knitting|volcanoes|card games|bad films›.
            --- 1
            New here from ‹Nairobi|Porto|Lahore|Gdańsk|Kraków|Hà Nội|Quito|Seoul|Bergen|Beirut|Lagos|Minsk|Cork|Osaka›. ‹Maths|Music|Biology|Law|Film|Nursing|Geography›, first year. Ask me about ‹chess openings|home-made noodles|climbing|poetry|radios|street dance|tide pools›. ‹Don't ask me about the weather.|I don't know anybody yet!|I've got a kettle.|My flat has a piano.›
            --- 1
            ‹Shy|Late|Tired but happy|Slightly lost› first-year here, ‹building› is still a maze to me. I like ‹tea|swimming early|long walks|crosswords|board games|synthesisers|growing chillies›, and I'm looking for ‹people to cook with|a running partner|a study group for ‹course›|someone who also gets up at six|a band|a chess club›.
            --- > 2
            ‹Hello|Welcome|Hi there›! ‹I'm two doors down, I think.|Same course, see you on ‹Monday|Tuesday|Thursday›!|We should talk, I love that.|My sister does that, I've heard *everything* about it.|There's a club for exactly that.›
            --- > 2
            An hour isn't enough for ‹that|this topic›. ‹Coffee at ‹cafe›?|Friday lunch?|I'm bringing questions.›
            --- > 2
            ‹Me too!|I'm also new to this.|I thought I was the only one.› ‹See you at the breakfast?|Table by the window, blue jacket.|Come by the common room.›

            === story | story game
            ? Let's write a story, one sentence each. I start
            ? The never-ending story, part ‹some›: one sentence a person, no dragons until page two
            *The last ferry had already left when somebody found the envelope under the bench.*

            One sentence each, carry on from the comment you answer. Be kind to the characters.
            --- 1
            ‹Inside was|At the bottom lay|She unfolded|Behind the stamp there was› ‹a key with the number ‹number› on it|a map of ‹building›, but with one floor too many|half a photograph|a library card that had expired in 1973|a list of names, and the last one was hers|a recipe for soup|a ticket for a concert that hadn't happened yet›.
            --- 1
            ‹Nobody|Only the harbour master|Her roommate|The man from the kiosk|A very wet dog› ‹noticed|believed it|laughed|wrote it down|said a word|knew what it meant›, ‹at first|which was strange|because it was raining again|and the clock struck thirteen|and that was a mistake›.
            --- 1
            "‹You're late|I've been expecting you|That's not yours|Put it back|Is this about the bicycle›," said ‹the voice from the stairs|the statue|the librarian without looking up|somebody behind the door|the dog›.
            --- 1
            ‹So|And so|Of course|Against all advice› they ‹took the stairs down|rowed out at dawn|knocked three times|opened the wrong door|followed the sound of the trombone|hid in the ‹chemistry|map|music› room›, ‹counting their steps|two at a time|whispering|in socks|with one umbrella for four people›.
            --- 1
            It was ‹not a dog after all|the wrong key|exactly where the map said it would be|warm to the touch|full of sand|written in green ink|Tuesday, somehow›.
            --- 1
            (‹I love where this is going|Sorry, that was me|Somebody save the dog|Is this still the envelope?|Plot twist!›) ‹Meanwhile|Far away|Two floors up|At ‹cafe››, a ‹kettle|lighthouse|telephone|lamp› ‹began to whistle|went dark|rang ‹some› times|flickered twice›.

            === poll | evening
            ? Which evening suits you for a ‹month› get-together?
            ? First years, ‹month›: when do we meet?
            ? Welcome round at ‹cafe›: which evening?
            [ ] Tuesday
            [ ] Wednesday
            [ ] Thursday
            [ ] Any, as long as there is cake
            ‹Some of us|Half a corridor|The whole floor› from ‹building› want to meet at ‹cafe›, around ‹time›, before ‹month› is over. Vote for the evening you can really make.
            --- 1
            Thursday. I have counted my free evenings, and it is one.
            --- m
            I'll book the long table for whatever wins.

            === question | timetable
            ? My timetable has two things at the same time. Is that a mistake or a test?
            ? Two lectures at ‹time› on ‹weekday›: which one do I go to?
            ‹course› and a seminar overlap by thirty minutes every ‹weekday›. The portal shows both in green. Do I have to choose? *Can* I choose?
            --- 1 *
            It isn't a test. The portal doesn't check for clashes until the end of week 2. Look whether one of them has another section (there's nearly always a second seminar time), and ask for the change at the desk in ‹building›. Takes five minutes, costs nothing until ‹date›.
            --- > @
            There was a free place in the ‹otherday› group. Done in four minutes. I'd been worrying for four days.
            --- 2
            Say "section change", not "course change". The second one is a different form and a different queue.

            === question | friends
            ? Week ‹week› and I still eat lunch alone. How did you meet people?
            ? Everybody seems to have a group already. How?
            It's not that people are unfriendly. I just never know how to get from "hi" to anything else. In school you simply sat next to the same people for years.
            --- 1 *
            Three things that worked for me, all boring:

            1. **The same place at the same time every week.** Third week, somebody says "you again".
            2. A thing with a task: choir, climbing, the bike kitchen. Talking is easier when your hands are busy.
            3. Asking for something small. "Can I see your notes from ‹weekday›?" starts more friendships than jokes do.
            --- > @
            I went to the bike kitchen on ‹day›. I can now change a tyre *and* I have plans for the weekend.
            --- 2
            Half of the groups you see were formed two weeks ago and are held together by fear. They're happy about a new person.
            --- 3
            I'm at the long table at ‹cafe› every ‹weekday› at 12:30. Sit down. You don't have to say anything clever.

            === question | email
            ? How do you write to a professor without sounding like a robot or a child?
            ? Mail to my lecturer: is "Hi" allowed?
            I need three more days for an essay because I was ill. I've been rewriting the first line since ‹time›.
            --- 1 *
            > Dear Dr Thorsen,
            >
            > I was ill from Monday to Wednesday and won't finish the ‹course› essay by Friday. May I hand it in on the following Tuesday? I've attached the note from the health centre.
            >
            > Thank you, and best wishes
            > Your Name, group ‹some›

            Who, what, until when, why, thanks. Five lines. They'll be grateful that it's short.
            --- > @
            Sent. She answered in ten minutes: "Of course. Get well." That was all!
            --- 2
            And put the course code into the subject. They teach three of them.

            === discussion | homesick
            ? Things that helped me when I was homesick
            ? Homesick in week ‹week›: a small list
            I cried in the laundry room in ‹month›, so this list is tested.

            - Call home at a **fixed** time instead of whenever it hurts.
            - Cook the one dish. The kitchen smells right and people come and ask.
            - Sleep. Everything is twice as sad at 2 am.
            - Put *one* picture on the wall. A bare room keeps telling you that you're leaving.

            What helped you?
            --- 1
            Having a plant. Somebody here needs me.
            --- 2
            Finding the one shop that has the right bread. It's on Tram Street.
            --- > 3
            The owner remembers what you bought. I nearly cried there as well, the good way.
            --- 4
            The counselling service has open hours without an appointment on ‹weekday›s. I thought it was only for emergencies. It isn't.

            === announcement | dates
            ? The five dates you shouldn't miss before ‹date›
            ? Deadlines for first-years: changes, fees, exams
            1. **Section changes** end on ‹date›.
            2. Second part of the fees: the Friday after. The office *does* give extensions if you ask before, not after.
            3. Exam registration opens on a ‹weekday› at 10:00. It isn't first come, first served.
            4. Library cards from school stop working. Get the new one at the desk.
            5. The breakfast. Every ‹day›, ‹cafe›, free.
            --- 1
            Is there an app for these?
            --- > m
            There's a calendar file in the handbook. It's uglier than an app and it works.
            --- 2
            Thank you for number 3, I had an alarm set for 9:59.

            === discussion | lost
            ? I've found three different rooms called "Seminar 2". A field report
            ? A field guide to finding your room
            One is in ‹building›, ground floor. One is in the Annexe *and has a second door that leads outside*. The third is real only on Thursdays.

            **How to read a room number here:** building, floor, then the room counting from the sea. Not from the entrance. From the sea.
            --- 1
            From the SEA? Two months. Two months I've been walking in circles.
            --- 2
            Science East counts from the car park because it was built before the sea view. I wish I were joking.

            === topic | bike
            ? getting a bike registered
            Someone said unregistered bikes are taken away. Mine is from a cousin and has no papers at all.
            --- 1 *
            You don't need papers, only the frame number (under the pedals) and your student card. The desk in the Tideline Centre does it on ‹weekday›s and gives you a sticker. Free, five minutes.
            --- 2
            Take a photo of the bike as well. It got mine back in ‹month›.
            === topic | card
            ? a lost student card
            I lost mine somewhere between ‹building› and the ferry. Can I still get into the library?
            --- 1 *
            Block it first, in the portal under "My card". The desk prints a new one while you wait, the first replacement is free. For today they'll let you in with any photo ID.
            --- 2
            Ask the ferry. They've a whole drawer of our cards.
            === topic | notes
            ? taking notes in a lecture that's too fast
            I either listen or write. When I read my notes later they're half sentences about nothing.
            --- 1 *
            Don't write what's on the slides, you'll get those. Write the *spoken* part: examples, "this is important", your own question marks. Then spend ten minutes on the same day turning it into whole sentences. The same day is the trick.
            --- 2
            Share it: one writes, one listens, swap each week.
            === topic | money
            ? living on a small budget for the first month
            The loan comes on ‹date› and I've ‹price› until then. Rice it is?
            --- 1 *
            The pantry in ‹building› is open to everybody, no questions, ‹weekday› afternoons. The emergency fund lends up to a month's rent within two days. And the canteen's plate of the day is half price after 13:45.
            --- 2
            Tell someone early. They really can do more in week 2 than in week 6.
            === topic | clubs
            ? choosing a club at the fair
            I signed up for eleven. I have time for one and a half.
            --- 1 *
            Go to each once in the first two weeks, then keep the one where you forgot to look at your phone. Nobody is angry if you don't come back, they've printed the lists for years.
            --- 2
            One with your body, one with your head. That's my rule.
            === topic | lecture-hall
            ? where to sit in the big lecture hall
            Is the front really only for the keen ones? I can't read the board from row twenty.
            --- 1 *
            Third to sixth row, on the side near the door. You see, you hear, nobody asks you anything, and you can leave. From row fifteen on it's a café.
            --- 2
            Left-handed desks are the last seats on the left in each row. Took me a term.
            === topic | exams
            ? the first exam
            What do I bring, when do I come, and may I go to the toilet? Nobody says the simple things.
            --- 1 *
            Card, two pens, water, a jumper. Fifteen minutes before, your seat is on the list at the door. Yes, you may go, someone walks with you and it isn't embarrassing. If you feel ill, say so *before* you open the paper.
            --- 2
            Eat something. That's my whole advice.
            === topic | roommate
            ? sharing a room with a stranger
            We've been assigned to each other and we're both very polite and going slowly mad.
            --- 1 *
            Have the awkward conversation in the first week: light, alarm, visitors, food. Ten minutes. After that it isn't criticism any more, it's the agreement. Ours is on the fridge.
            --- 2
            Headphones as a sign: on means I'm not here.
            """#)
}
