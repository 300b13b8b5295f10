select count(*) as n from range(3000000) as a(x), range(3000000) as b(y) where (x * y) % 7 = 3
