extension CorpusText {
    /// Transport: dry, precise, quietly in love with timetables.
    static let gettingAround = CorpusText(
        name: "gettingAround",
        words: #"""
            slug: getting-around
            name: Getting Around
            about: Ferries, buses, bikes and feet. What runs, what doesn't, what to take instead.
            style: life
            university: 0
            weight: 8
            rule: Say where from, where to and when.
            rule: Say when your information is from.
            rule: Lifts are offered, not sold.
            space: general | General | Routes, bikes, weather.
            space: questions | Questions | How do I get to…
            space: announcements | Announcements | Closures and changes. | moderators
            space: lifts | Lifts | Offered and wanted.
            slot stop: Ferry Terminal | Cannery Walk | Upper Mill | Science East | Orchard Hill | Hospital Gate | Tram Street | North Quay
            aside: Sit on the left, the right-hand side gets the spray.
            aside: The ‹bus› is never early. The ‹bus› is only ever *extremely* late.
            aside: Checked this morning: still running.
            aside: In fog the ferry goes every 40 minutes and they don't announce it.
            aside: From ‹stop› it's eleven minutes on foot. I've measured.
            aside: The student pass covers it. Nobody tells you.

            === question | ferry
            ? Which ferry still gets me to a 9:00 lecture when the 8:10 is full?
            ? The 8:10 was full ‹some› times this month. Plan B?
            I live across the water. They count people at the gate and at about 240 they close it. On ‹weekday›s it's been full *every* week, and the 8:30 arrives at 8:58 on the wrong side of the hill.
            --- 1 *
            Take the **7:55 from the cannery pier**, not the main one. It's the small boat, nobody knows about it, it arrives at 8:22 and the ‹bus› waits. Same pass.
            --- > @
            Took it today. Twelve people on board and one had a cello. Thank you!
            --- 2
            Delete this before everybody reads it.
            --- 3
            Or bring a bike: the bike gate is counted separately, and it never fills up.
            --- > 4
            That's the real secret.

            === question | night-bus
            ? Last way home from ‹building› after a late lab?
            ? Lab ends at 23:15, last bus is 23:05. Who planned this?
            On ‹weekday›s we're never out before 23:15. The ‹bus› leaves ‹stop› at 23:05. Walking is an hour along the main road.
            --- 1 *
            The night shuttle. It isn't in the app: call it from the yellow phone at the main gate, or ask the porter. Runs until 1:30, takes you to any hall or to ‹stop›, free with your card. Usually fifteen minutes.
            --- > @
            I have walked past that phone for two years thinking it was an emergency thing.
            --- 2
            It *is* also an emergency thing. You choose on the first question.

            === question | bike-theft
            ? Where do you lock a bike at ‹building› so that it's still there afterwards?
            ? Second saddle stolen at ‹building›. Is there any safe place?
            Front wheel in ‹month›, saddle on ‹weekday›. I'm running out of bike.
            --- 1 *
            The cage behind the Tideline Centre: card access, camera, a pump that works. You have to activate the card once at the desk. And swap the quick-release for a bolt, that's $4 at the bike kitchen.
            --- 2
            Two different locks. A thief brings the tool for one.
            --- > @
            Bolts are on. The bike kitchen wouldn't even take money for them.

            === gathering | late
            ? Why were you late today? Honest answers only
            ? The late thread, ‹month›: what stopped you this time?
            I'll begin. I was late because I was *early*, sat down on the wrong ferry and saw a lot of sea.
            --- 1
            ‹The ‹bus›|The 8:10|The tram|The lift in the Annexe|My chain|A swan› ‹stood across the road|broke down at ‹stop›|was full|had other plans|took the scenic way|came off at the hill›. ‹Twelve minutes.|Half an hour.|I walked.|The lecturer was on it too.|Got a lift on a milk van.›
            --- 1
            ‹Fog|Ice|A parade|A very slow dog|Roadworks nobody announced|A door that said push› at ‹stop|the terminal|the bridge|the sea wall|‹building››, ‹again|since ‹weekday›|as every ‹weekday››. ‹Nobody was surprised.|I've a note now.|I ran. I don't run.|The coffee was worth it.›
            --- 1
            I wasn't late! ‹The clock in ‹building› is wrong.|The lecture was ‹early|somewhere else|cancelled›.|It was Saturday.|I left at six. *Six.*›
            --- > 2
            ‹Was anybody hurt?|Which direction?|I was on the same one!|I saw you run.|That swan again?› ‹Poor you.|Respect.|I'd have gone home.|Take the 7:55.›
            --- > 2
            ‹Excused in our course, ask for the slip.|There's a flag for that.|The porter believes everything before nine.|I've been using that one since ‹month›.›

            === announcement | closure
            ? ‹stop› is closed from ‹date›: where the ‹bus› stops instead
            ? Detour: no ‹bus› at ‹stop› for ‹few› weeks
            The water main again.

            - **‹bus›:** stops 200 m uphill, opposite the bakery.
            - **Night shuttle:** as usual.
            - **Bikes:** push past the fence on the sea side, please *push*, the boards are slippery.

            Count on seven minutes more before 9:00.
            --- 1
            Is the ramp usable with a wheelchair?
            --- > m
            Not on the sea side. There's a car from the gate, call the number on the yellow phone; they know about it and come within ten minutes.
            --- 2
            Opposite the bakery is the best news of the term.

            === discussion @lifts | lift
            ? Lift to the city on ‹day› at ‹time›, ‹few› seats
            ? Driving to the airport on ‹date›, room for ‹few› and small bags
            Leaving from ‹stop› at ‹time› sharp. Back in the evening, around ‹evening›. No money, bring something to eat and an opinion about the music.
            --- 1
            Me, please! I get off at Hospital Gate.
            --- > @
            That's on the way. One seat less.
            --- 2
            Is there room for a folded bike?
            --- 3
            If anyone cancels I'd jump in.

            === question | airport
            ? Cheapest way to the airport with a big suitcase at five in the morning?
            ? Flight at 6:40 on ‹date›, how do I get there from ‹hall›?
            The first ferry is at 6:10, which is a bit late.
            --- 1 *
            Airport coach from the bus station at 4:15, ‹price› with the student card if you buy it *before* you get on. To the bus station: night shuttle. Book the shuttle at the porter's the day before, they'll wait.
            --- > @
            Booked both. The porter wrote it into a paper book with a pencil and I trust him completely.
            --- 2
            There's always a group in the exchange community that shares a taxi. Works out at about the same.

            === discussion | walking
            ? The walk from ‹hall› to ‹building› that avoids the hill
            ? In praise of the steps behind Science East
            Google says 19 minutes over the hill. I say 16, flat, and you see the seals:

            1. Down the steps behind Science East (lit, 84 of them)
            2. Along the sea wall to the third bench
            3. Through the gate that *looks* locked
            4. Up the ramp, you're at the side door

            Closed when there's a spring tide. The table hangs at the gate.
            --- 1
            The gate that looks locked! It has been open this whole time?
            --- 2
            With a pram it's better to go round by the boathouse, four minutes more, no steps.

            === discussion | winter-cycling
            ? Cycling through winter: what I actually use
            ? Rain gear that survived a winter on the sea wall
            - **Mudguards.** Full length. Not the clip-on thing.
            - A poncho beats a jacket and trousers, except in wind. It's always windy. Jacket and trousers.
            - Lights with a cable, so that you can't forget the battery.
            - Wool gloves *under* rubber ones, the kind for washing up. Nobody laughs twice.

            Total ‹price›, all second-hand.
            --- 1
            Rubber gloves. You've changed my life.
            --- 2
            Spiked tyre on the front only, from ‹month› on. Stops the thing that hurts.

            === topic | pass
            ? the student travel pass
            Mine was refused on the ‹bus› but worked on the ferry an hour before.
            --- 1 *
            It has to be re-validated each term: hold it to the machine at ‹stop› or the terminal for *five* seconds until it beeps twice. Ferries don't check the term, buses do.
            --- 2
            If it says "7", that's the chip, not the term. New one at the counter, free.
            === topic | bus
            ? the ‹bus› on Sundays
            The timetable says "S1". The legend explains S2 to S9.
            --- 1 *
            S1 means term time only. In the breaks it's hourly, at ten past. The paper timetable at ‹stop› has a sticker that says so, the app never learned it.
            --- 2
            When in doubt take the tram to Upper Mill and walk down.
            === topic | fog
            ? what happens when there's fog
            On ‹weekday› the ferry just didn't come and nobody said anything.
            --- 1 *
            Look at the flag on the cannery roof: red means every 40 minutes, none means as normal. There's also a recorded voice, the number is on the back of your pass. Lecturers know about the flag; being late because of it is excused.
            --- 2
            Take the bus as soon as you see red. In half an hour everybody else will.
            === topic | parking
            ? a parking permit
            I only need to park on ‹weekday›s, for a lab that ends at 22:00. A permit for the year is absurd.
            --- 1 *
            There's an evening permit, from 16:00, for about a tenth. It's at the very bottom of the form under "other". You need the lab's timetable as proof.
            --- 2
            Or share one: the permit is for the *card*, not the car.
            === topic | bike-repair
            ? fixing a slipping chain
            It jumps on the hill, always in the same gear.
            --- 1 *
            Always the same gear means that cog is worn, or a link is stiff. Turn the pedals backwards slowly and watch for a link that doesn't bend at the rear wheel. A drop of oil and wiggling fixes the link; a cog is ‹price› at the bike kitchen.
            --- 2
            Bike kitchen, ‹weekday›s from ‹time›. They make *you* do it, which is the point.
            === topic | accessibility
            ? step-free ways between lectures
            I'm on crutches for six weeks and have ten minutes between ‹building› and Science East.
            --- 1 *
            Through the Tideline Centre: lift to level 2, bridge, then the ramp on the left. Nine minutes on crutches if you don't stop for coffee. And tell your lecturers, everyone I know was let in late without a word. The office lends scooters too.
            --- 2
            The lift in the Annexe needs a key; the porter gives you one for the whole time.
            === topic | train
            ? trains on long weekends
            I'd like to go home on ‹date› and everything is sold out or costs ‹price› times four.
            --- 1 *
            Buy it split at the junction: two tickets for the same train, often a third cheaper, and the second half isn't sold out. You stay in your seat. Or leave on Thursday night, nobody does.
            --- 2
            Returns appear two days before, around ‹time›. I've been lucky three times.
            """#)
}
